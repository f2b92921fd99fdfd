// One person: posts, areas, trades, superior, and how he or she signs in.
import { Button } from 'antd'
import { useState } from 'react'
import { apiOf, useRead, useWrite } from '../../../../ui/api.ts'
import { ask } from '../../../../ui/ask.ts'
import { inLanguage } from '../../../../ui/bilingual.ts'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { FieldList } from '../../../../ui/FieldList.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { Columns, PageHeader, Panel } from '../../../../ui/Panel.tsx'
import { useRecordId } from '../../../../ui/pages.ts'
import { RowsTable } from '../../../../ui/RowsTable.tsx'
import { StatusTag } from '../../../../ui/StatusTag.tsx'
import { Timeline } from '../../../../ui/Timeline.tsx'
import { To } from '../../../../ui/To.tsx'
import { useWords } from '../../../../ui/words.ts'
import { RoleWord } from '../../areas/web/fields.tsx'
import { type Person, staff } from '../contract.ts'
import { Duty, heldFields, staffFields, tones } from './fields.tsx'
import { InitialPassword, type Issued } from './InitialPassword.tsx'
import { PersonVerbs } from './PersonVerbs.tsx'
import { words } from './words.ts'
import './staff.css'

const api = apiOf(staff)

export function DetailPage() {
  const id = useRecordId()
  const t = useWords(words)
  const person = useRead(api.get, { id })
  const [issued, setIssued] = useState<Issued>()
  return (
    <Loaded of={person}>
      {(record) => (
        <>
          <PageHeader
            title={record.name}
            tags={
              <>
                <StatusTag of={words} state={record.status} tones={tones} />
                {record.status === 'working' ? <Duty on={record.onDuty} /> : null}
              </>
            }
            line={<Line of={record} />}
            back="/staff"
            actions={<PersonVerbs person={record} onIssued={setIssued} />}
          />
          <Columns
            main={
              <>
                <Panel title={t('page.about')}>
                  <FieldList
                    fields={staffFields}
                    of={record.leftOn ? [...ABOUT, 'leftOn'] : ABOUT}
                    record={{ ...record, ...UNTYPED }}
                  />
                </Panel>
                <PostsOf person={record} />
                <AreasOf person={record} />
              </>
            }
            side={
              <>
                <SignInOf person={record} />
                <Panel title={t('page.history')}>
                  <Timeline events={record.events} newestFirst />
                </Panel>
              </>
            }
          />
          <InitialPassword issued={issued} onClose={() => setIssued(undefined)} />
        </>
      )}
    </Loaded>
  )
}
const ABOUT = ['no', 'phone', 'gender', 'departmentName', 'superiors', 'trades', 'joinedOn'] as const
/** Fields that only forms have. */
const UNTYPED = { locale: undefined, postId: '', estateId: null, fromOn: '', toOn: '', reason: '' }

function Line({ of }: { of: Person }) {
  const t = useWords(words)
  const [first] = of.posts
  if (!first) return null
  const title = inLanguage(first.title, first.titleEn)
  return t('hints.worksAs', { title, place: first.estateName ?? t('hints.everyEstate') })
}

function PostsOf({ person }: { person: Person }) {
  const t = useWords(words)
  const relieving = useWrite(api.relieve)
  const relieve = async ({ id: holdingId, title, titleEn }: Person['posts'][number]) => {
    const question = t('hints.relieveSure', { name: person.name, post: inLanguage(title, titleEn) })
    const sure = await ask({ title: question, yes: t('verbs.relieve'), danger: true })
    if (sure) await relieving.run({ id: person.id, holdingId })
  }
  return (
    <Panel title={t('page.posts')} flush>
      <RowsTable
        label={t('page.posts')}
        fields={heldFields}
        columns={['title', 'estateName', 'fromOn', 'toOn']}
        rows={person.posts}
        empty={<EmptyState title={t('hints.noPosts')} hint={t('hints.noPostsHint')} />}
        rowActions={
          person.can.includes('relieve')
            ? (held) => (
                <Button size="small" type="text" danger onClick={() => void relieve(held)}>
                  {t('verbs.relieve')}
                </Button>
              )
            : undefined
        }
      />
    </Panel>
  )
}

function AreasOf({ person }: { person: Person }) {
  const t = useWords(words)
  if (person.areas.length === 0) return null
  return (
    <Panel title={t('page.areas')}>
      <ul className="person-areas">
        {person.areas.map(({ areaId, areaName, role, fromOn }) => (
          <li key={`${areaId}${role}`}>
            <To href={`/areas/${areaId}`}>{areaName}</To> <RoleWord role={role} />{' '}
            <span className="quiet">{t('hints.since', { day: fromOn })}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function SignInOf({ person }: { person: Person }) {
  const t = useWords(words)
  return (
    <Panel title={t('page.signIn')}>
      {person.login ? (
        <>
          <p>
            {t('fields.login')} <strong>{person.login}</strong>
          </p>
          <p className="quiet">{t(person.mustChangePassword ? 'hints.initial' : 'hints.own')}</p>
        </>
      ) : (
        <p className="quiet">{t('hints.noLogin')}</p>
      )}
    </Panel>
  )
}
