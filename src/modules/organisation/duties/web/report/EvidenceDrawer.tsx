// What a figure was counted from: the records, who did them and for whom.
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useRead } from '../../../../../ui/api.ts'
import { Drawer } from '../../../../../ui/Drawer.tsx'
import { EmptyState } from '../../../../../ui/EmptyState.tsx'
import { Loaded } from '../../../../../ui/Loaded.tsx'
import { StatusTag, type Tone } from '../../../../../ui/StatusTag.tsx'
import { Day, When } from '../../../../../ui/values.tsx'
import { useWords } from '../../../../../ui/words.ts'
import type { Report } from '../../contract/duties.ts'
import { type Answers, api, useMeasures } from '../calls.ts'
import { textOf } from '../today/DutyCard.tsx'
import { RecordLink } from '../today/RecordLink.tsx'
import { words } from '../words.ts'
import { daysOf } from './months.ts'

type Line = Report['lines'][number]
export type Asked = { line: Line; figure: 'due' | 'met' | 'late' | 'missed' }
type DrawerProps = { asked: Asked | undefined; month: string; staffId: string | undefined; onClose(): void }

export function EvidenceDrawer({ asked, onClose, ...rest }: DrawerProps) {
  const t = useWords(words)
  return (
    <Drawer
      title={asked ? t('hints.evidenceOf', { code: asked.line.code }) : ''}
      open={asked !== undefined}
      onClose={onClose}
      width={560}
    >
      {asked ? <Evidence key={`${asked.line.lineId} ${asked.figure}`} asked={asked} {...rest} /> : null}
    </Drawer>
  )
}

const STATES = ['due', 'met', 'late', 'missed', 'all'] as const
type Shown = (typeof STATES)[number]
const isShown = (text: string): text is Shown => STATES.some((state) => state === text)
const STEP = 20
const MOST = 200

type EvidenceProps = Omit<DrawerProps, 'asked' | 'onClose'> & { asked: Asked }
function Evidence({ asked: { line, figure }, month, staffId }: EvidenceProps) {
  const t = useWords(words)
  const [state, setState] = useState<Shown>(figure)
  const [limit, setLimit] = useState(STEP)
  const whose = staffId ? { staffId } : {}
  const found = useRead(api.evidence, { ...whose, ...daysOf(month), lineId: line.lineId, state, limit }, { keep: true })
  const show = (next: string) => {
    if (isShown(next)) setState(next)
    setLimit(STEP)
  }
  return (
    <>
      <p className="duty-evidence-text">{textOf(line)}</p>
      <Segmented
        value={state}
        options={STATES.map((value) => ({ value, label: t(`evidence.${value}`) }))}
        onChange={show}
      />
      <Loaded of={found}>
        {({ items, next }) =>
          items.length === 0 ? (
            <EmptyState title={t('hints.noEvidence')} hint={t('hints.noEvidenceHint')} />
          ) : (
            <>
              {state === 'all' && items.some((one) => one.state === 'open' && !one.overdue) ? (
                <p className="quiet duty-evidence-text">{t('hints.allIncluded')}</p>
              ) : null}
              <ul className="duty-evidence">
                {items.map((item) => (
                  <Item key={`${item.proofKey} ${item.recordId} ${item.turn}`} item={item} named={isMixed(items)} />
                ))}
              </ul>
              {next && limit < MOST ? (
                <p className="duty-more">
                  <Button loading={found.isFetching} onClick={() => setLimit(Math.min(MOST, limit + STEP * 2))}>
                    {t('hints.loadMore')}
                  </Button>
                </p>
              ) : null}
            </>
          )
        }
      </Loaded>
    </>
  )
}

const isMixed = (items: readonly Item[]) => new Set(items.map(({ proofKey }) => proofKey)).size > 1

type Item = Answers['evidence']['items'][number]
const tones = {
  open: 'waiting',
  overdue: 'bad',
  met: 'good',
  late: 'warn',
  void: 'neutral',
} as const satisfies Record<Item['state'] | 'overdue', Tone>

function Item({ item, named }: { item: Item; named: boolean }) {
  const t = useWords(words)
  const { nameOf } = useMeasures()
  const { of, overdue, state, openedAt, dueAt, doneAt, doneByName, doneForName, onDay } = item
  const name = named ? nameOf(of) : undefined
  return (
    <li>
      <div className="duty-evidence-head">
        <RecordLink {...item} />
        <StatusTag of={words} branch="evidence" state={overdue ? 'overdue' : state} tones={tones} />
        {dueAt ? null : <Day on={onDay} />}
      </div>
      <div className="quiet duty-evidence-line">
        {name ? <span>{name}</span> : null}
        {dueAt ? (
          <span>
            {t('hints.dueAt')} <When at={dueAt} absolute />
          </span>
        ) : null}
        {doneAt ? (
          <span>
            {t('hints.doneAt')} <When at={doneAt} absolute />
          </span>
        ) : (
          <span>
            {t('hints.openedAt')} <When at={openedAt} absolute />
          </span>
        )}
        {doneByName ? <span>{whoWord(t, doneByName, doneForName)}</span> : null}
      </div>
    </li>
  )
}
const whoWord = (t: ReturnType<typeof useWords<typeof words.zh>>, name: string, forName: string | null) =>
  forName ? t('hints.doneFor', { name, for: forName }) : name
