// One deputyship: whose post, by whom, until when, and what was handed over.
import { useRead } from '../../../../ui/api.ts'
import { inLanguage } from '../../../../ui/bilingual.ts'
import { FieldList } from '../../../../ui/FieldList.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { Columns, PageHeader, Panel } from '../../../../ui/Panel.tsx'
import { useRecordId } from '../../../../ui/pages.ts'
import { StatusTag } from '../../../../ui/StatusTag.tsx'
import { Timeline } from '../../../../ui/Timeline.tsx'
import { VerbBar } from '../../../../ui/VerbBar.tsx'
import { useWords } from '../../../../ui/words.ts'
import type { Deputy } from '../contract.ts'
import { life } from '../states.ts'
import { api, fields, tones } from './fields.tsx'
import { words } from './words.ts'

const SHOWN = ['principalName', 'deputyName', 'postTitle', 'estateName', 'turn', 'fromAt', 'toAt', 'reason'] as const
const REST = ['moneyLimitFen', 'namedByName', 'note'] as const
const ENDED = ['endedAt', 'endReason'] as const

export function DetailPage() {
  const deputy = useRead(api.get, { id: useRecordId() })
  return <Loaded of={deputy}>{(record) => <DeputyView deputy={record} />}</Loaded>
}

function DeputyView({ deputy }: { deputy: Deputy }) {
  const t = useWords(words)
  const { deputyName, principalName, postTitle, postTitleEn, handover, endedAt } = deputy
  return (
    <>
      <PageHeader
        title={`${deputyName} ${t('hints.forWhom', { name: principalName })}`}
        tags={<StatusTag of={words} state={deputy.status} tones={tones} />}
        line={`${inLanguage(postTitle, postTitleEn)} · ${deputy.estateName ?? t('hints.everywhere')}`}
        back="/deputies"
        actions={<Verbs deputy={deputy} />}
      />
      <Columns
        main={
          <>
            <Panel title={t('page.terms')}>
              <FieldList
                fields={fields}
                of={[...SHOWN, ...REST, ...(endedAt ? ENDED : [])]}
                record={{ ...deputy, holdingId: '', mine: false }}
                columns={2}
              />
            </Panel>
            {handover ? (
              <Panel title={t('page.handover')}>
                <p style={{ whiteSpace: 'pre-wrap', margin: 0 }}>{handover}</p>
              </Panel>
            ) : null}
          </>
        }
        side={
          <Panel title={t('page.history')}>
            <Timeline events={deputy.events} newestFirst />
          </Panel>
        }
      />
    </>
  )
}

function Verbs({ deputy }: { deputy: Deputy }) {
  return (
    <VerbBar
      record={deputy}
      api={api}
      words={words}
      life={life}
      verbs={{
        end: { fields, of: ['note'], hidden: deputy.status !== 'active' },
        change: {
          fields,
          of: ['toAt', 'moneyLimitFen', 'handover', 'note'],
          first: ({ toAt, moneyLimitFen, handover, note }) => ({ toAt, moneyLimitFen, handover, note }),
        },
        cancel: { danger: true, fields, of: ['note'], hidden: deputy.status !== 'planned' },
      }}
    />
  )
}
