// The classification tree a new company starts with.
import type { TRADES } from '../../../organisation/staff/contract.ts'
import type { Kind, Urgency } from '../contract/shapes.ts'

type Child = [code: string, name: string, nameEn: string, urgency?: Urgency]
type Branch = {
  kind: Kind
  code: string
  name: string
  nameEn: string
  trade?: (typeof TRADES)[number]
  urgency?: Urgency
  outsideParty?: string
  below?: Child[]
}

const REPAIR: Branch[] = [
  {
    kind: 'repair',
    code: 'plumbing',
    name: '给排水',
    nameEn: 'Plumbing',
    trade: 'plumbing',
    urgency: 'normal',
    below: [
      ['leak', '漏水', 'Leak', 'rush'],
      ['burst', '爆管', 'Burst pipe', 'urgent'],
      ['blocked', '堵塞', 'Blocked drain', 'rush'],
      ['pressure', '水压不足', 'Low pressure'],
      ['meter', '水表', 'Water meter'],
      ['tap', '龙头洁具', 'Taps and fittings'],
    ],
  },
  {
    kind: 'repair',
    code: 'power',
    name: '强电',
    nameEn: 'Power',
    trade: 'power',
    urgency: 'normal',
    below: [
      ['trip', '跳闸', 'Breaker trips', 'rush'],
      ['outage', '楼栋停电', 'Block without power', 'urgent'],
      ['lighting', '照明', 'Lighting'],
      ['socket', '插座开关', 'Sockets and switches'],
    ],
  },
  {
    kind: 'repair',
    code: 'low_voltage',
    name: '弱电',
    nameEn: 'Low voltage',
    trade: 'low_voltage',
    urgency: 'normal',
    below: [
      ['access', '门禁', 'Access control', 'urgent'],
      ['intercom', '对讲', 'Intercom'],
      ['camera', '监控', 'Cameras'],
      ['network', '网络', 'Network'],
    ],
  },
  {
    kind: 'repair',
    code: 'civil',
    name: '土建',
    nameEn: 'Civil works',
    trade: 'civil',
    urgency: 'complex',
    below: [
      ['wall', '墙面', 'Walls'],
      ['door', '门窗', 'Doors and windows', 'normal'],
      ['seepage', '渗漏', 'Seepage'],
      ['floor', '地面', 'Floors'],
    ],
  },
  {
    kind: 'repair',
    code: 'lift',
    name: '电梯',
    nameEn: 'Lift',
    trade: 'lift',
    urgency: 'urgent',
    outsideParty: '电梯维保单位',
    below: [
      ['trapped', '困人', 'People trapped', 'critical'],
      ['noise', '异响', 'Unusual noise', 'rush'],
      ['stopped', '停梯', 'Out of service', 'urgent'],
    ],
  },
  {
    kind: 'repair',
    code: 'fire',
    name: '消防',
    nameEn: 'Fire safety',
    trade: 'fire',
    urgency: 'urgent',
    below: [
      ['alarm', '报警', 'Alarm', 'critical'],
      ['hydrant', '消火栓', 'Hydrant', 'rush'],
      ['lights', '应急照明', 'Emergency lights', 'normal'],
    ],
  },
  {
    kind: 'repair',
    code: 'hvac',
    name: '空调供暖',
    nameEn: 'Heating and cooling',
    trade: 'hvac',
    urgency: 'normal',
    below: [
      ['cold', '不热', 'No heat', 'rush'],
      ['drip', '滴水', 'Dripping'],
    ],
  },
  {
    kind: 'repair',
    code: 'gas',
    name: '燃气',
    nameEn: 'Gas',
    trade: 'gas',
    urgency: 'critical',
    outsideParty: '燃气公司',
    below: [['leak', '泄漏', 'Gas leak', 'critical']],
  },
  {
    kind: 'repair',
    code: 'facility',
    name: '公共设施',
    nameEn: 'Shared facilities',
    trade: 'facility',
    urgency: 'normal',
    below: [
      ['barrier', '道闸', 'Barrier', 'rush'],
      ['fitness', '健身器材', 'Fitness equipment'],
      ['mailbox', '信报箱', 'Mailboxes'],
      ['street_light', '路灯', 'Street lights'],
    ],
  },
]

const COMPLAINT: Branch[] = [
  { kind: 'complaint', code: 'attitude', name: '服务态度', nameEn: 'Attitude of staff' },
  { kind: 'complaint', code: 'slow', name: '响应时效', nameEn: 'Slow response' },
  { kind: 'complaint', code: 'workmanship', name: '维修质量', nameEn: 'Quality of repair' },
  { kind: 'complaint', code: 'order', name: '安全秩序', nameEn: 'Safety and order', trade: 'security' },
  { kind: 'complaint', code: 'parking', name: '停车', nameEn: 'Parking', trade: 'security' },
  {
    kind: 'complaint',
    code: 'fire_lane',
    name: '消防通道',
    nameEn: 'Fire lane blocked',
    trade: 'security',
    urgency: 'urgent',
  },
  { kind: 'complaint', code: 'cleaning', name: '保洁', nameEn: 'Cleaning', trade: 'cleaning' },
  { kind: 'complaint', code: 'greening', name: '绿化', nameEn: 'Greening', trade: 'greening' },
  { kind: 'complaint', code: 'pest', name: '消杀', nameEn: 'Pest control', trade: 'pest' },
  {
    kind: 'complaint',
    code: 'fees',
    name: '收费',
    nameEn: 'Fees',
    below: [
      ['amount', '金额', 'Amount'],
      ['receipt', '票据', 'Receipts'],
      ['notice', '公示', 'Publication'],
    ],
  },
  {
    kind: 'complaint',
    code: 'neighbours',
    name: '邻里',
    nameEn: 'Neighbours',
    below: [
      ['noise', '噪声', 'Noise'],
      ['pets', '宠物', 'Pets'],
      ['falling', '高空抛物', 'Objects thrown down', 'urgent'],
      ['renovation', '装修扰民', 'Renovation noise'],
    ],
  },
  {
    kind: 'complaint',
    code: 'developer',
    name: '房屋质量',
    nameEn: 'Quality of the building',
    outsideParty: '建设单位',
  },
  {
    kind: 'complaint',
    code: 'surroundings',
    name: '社会配套',
    nameEn: 'Public services around',
    outsideParty: '有关主管部门',
  },
]

const OTHER: Branch[] = [
  { kind: 'enquiry', code: 'ask_fees', name: '收费', nameEn: 'Fees' },
  { kind: 'enquiry', code: 'ask_renovation', name: '装修', nameEn: 'Renovation' },
  { kind: 'enquiry', code: 'ask_parking', name: '停车', nameEn: 'Parking' },
  { kind: 'enquiry', code: 'ask_papers', name: '证件', nameEn: 'Papers' },
  { kind: 'enquiry', code: 'ask_nearby', name: '周边', nameEn: 'Nearby services' },
  { kind: 'help', code: 'help_person', name: '人员求助', nameEn: 'Help for a person', urgency: 'urgent' },
  { kind: 'help', code: 'help_carry', name: '搬运协助', nameEn: 'Carrying' },
  { kind: 'suggestion', code: 'idea', name: '建议', nameEn: 'Suggestion' },
  { kind: 'grievance', code: 'grumble', name: '抱怨', nameEn: 'Grievance' },
  { kind: 'praise', code: 'thanks', name: '表扬', nameEn: 'Praise' },
]

export const CATEGORIES: readonly Branch[] = [...REPAIR, ...COMPLAINT, ...OTHER]
