// What long work says, in both languages.
import type { Refusals } from '../../../platform/contract.ts'
import type { workRuns } from '../../../platform/work-runs/contract.ts'
import { roomWords } from '../../../ui/words.ts'

/** How a run may fail beside what its kind refuses. */
type Ends = 'work_run.gave_up' | 'work_run.asker_gone'

export const words = roomWords<Refusals<(typeof workRuns)['verbs']> | Ends>()('work-runs', {
  zh: {
    room: '后台任务',
    list: '后台任务',
    mine: '我的',
    everybody: '全部',
    download: '下载文件',
    toImport: '查看导入',
    tell: '可以离开这一页，完成后会通知您。',
    fields: {
      title: '任务',
      kind: '类别',
      state: '状态',
      progress: '进度',
      startedByName: '发起人',
      createdAt: '发起',
      endedAt: '结束',
      rows: '行数',
    },
    verbs: { cancel: '停止', retry: '再做一次' },
    states: { waiting: '排队', running: '进行中', done: '已完成', failed: '没有完成', cancelled: '已停止' },
    kinds: { import: { check: '试导入', run: '导入' }, export: '导出', job: { again: '后台作业' } },
    notices: {
      work_run: {
        done: '“{{title}}”已完成',
        failed: '“{{title}}”没有完成',
        cancelled: '“{{title}}”已停止',
      },
    },
    events: {
      work_run: {
        started: '发起了任务',
        cancelled: '停止了任务',
        retried: '让任务再做一次',
        finished: '任务完成',
        failed: '任务没有完成',
        stopped: '任务已停止',
      },
    },
    empty: { title: '没有后台任务', hint: '导入、导出等要花些时间的事在这里看进度、取文件。' },
    refusals: {
      'work_run.not_found': '没有这个任务。',
      'work_run.not_allowed_now': '任务现在不能这样做，请刷新后再看。',
      'work_run.gave_up': '试了多次都没有成功，已停下。查明原因后可以再做一次。',
      'work_run.asker_gone': '发起人已不能登录，任务没有做。',
    },
  },
  en: {
    room: 'Background work',
    list: 'Background work',
    mine: 'Mine',
    everybody: 'Everybody’s',
    download: 'Download the file',
    toImport: 'Open the import',
    tell: 'You may leave this page and will be told when it is done.',
    fields: {
      title: 'Work',
      kind: 'Kind',
      state: 'State',
      progress: 'Progress',
      startedByName: 'Asked by',
      createdAt: 'Asked',
      endedAt: 'Ended',
      rows: 'Rows',
    },
    verbs: { cancel: 'Stop', retry: 'Do it again' },
    states: { waiting: 'Waiting', running: 'Running', done: 'Done', failed: 'Not done', cancelled: 'Stopped' },
    kinds: { import: { check: 'Dry run', run: 'Import' }, export: 'Export', job: { again: 'Job' } },
    notices: {
      work_run: {
        done: '“{{title}}” is done',
        failed: '“{{title}}” was not done',
        cancelled: '“{{title}}” was stopped',
      },
    },
    events: {
      work_run: {
        started: 'asked for work',
        cancelled: 'stopped the work',
        retried: 'had the work done again',
        finished: 'work done',
        failed: 'work not done',
        stopped: 'work stopped',
      },
    },
    empty: {
      title: 'No background work',
      hint: 'Imports, exports and other work that takes a while: follow it and fetch its files here.',
    },
    refusals: {
      'work_run.not_found': 'There is no such work.',
      'work_run.not_allowed_now': 'This cannot be done with the work now. Please reload.',
      'work_run.gave_up': 'It failed several times and was given up. It can be done again once the reason is known.',
      'work_run.asker_gone': 'Whoever asked for it can no longer sign in, so it was not done.',
    },
  },
})
