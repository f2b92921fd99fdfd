// A made-up job-responsibility document as people send it: broken lines, every style of numbering, a page number in the middle.
export const MESSY_DOCUMENT = `              锦程物业　岗位职责书（讨论稿）
第 1 页 共 2 页
一、客户服务部管家
直接上级：客户服务主管
岗位职责：
1、负责责任区内业主的日常沟通，每季度对辖区
业主至少走访一次，做好走访记录；
2.受理业主投诉，2 小时内给予响应，并跟
进处理结果；
（3）报修完成后三日内回访业主，做好回访记录。
4、学习并执行岗位职责与公司规章制度
第 2 页 共 2 页
二、装修巡查员
直接上级：客户服务主管
工作内容
①每天巡查装修现场，发现违规立即制止并拍照留存；
②每月汇总装修违规情况，报
客户服务主管；
③负责办理装修人员出入证，核对身份证件。
`
