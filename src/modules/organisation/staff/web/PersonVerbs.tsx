// What can be done with a person, as buttons.
import { apiOf } from '../../../../ui/api.ts'
import { VerbBar } from '../../../../ui/VerbBar.tsx'
import { useWords } from '../../../../ui/words.ts'
import { type Person, staff } from '../contract.ts'
import { life } from '../states.ts'
import { changeFields, staffFields } from './fields.tsx'
import type { Issued } from './InitialPassword.tsx'
import { words } from './words.ts'

const api = apiOf(staff)
const CHANGED = ['name', 'no', 'phone', 'gender', 'departmentId', 'superiorId', 'joinedOn', 'trades', 'login'] as const

export function PersonVerbs({ person, onIssued }: { person: Person; onIssued: (issued: Issued) => void }) {
  const t = useWords(words)
  const changed = CHANGED.filter((key) => key !== 'login' || person.login !== null)
  const issue = (answer: unknown) => {
    const shown = staff.verbs.resetPassword.output.safeParse(answer)
    if (!shown.success) return
    const { person: of, initialPassword } = shown.data
    onIssued({ name: of.name, login: of.login, initialPassword })
  }
  return (
    <VerbBar
      record={person}
      api={api}
      words={words}
      life={life}
      verbs={{
        appoint: {
          fields: staffFields,
          of: ['postId', 'estateId', 'fromOn', 'toOn'],
          given: () => ({}),
        },
        change: {
          fields: changeFields,
          of: changed,
          first: (of) => Object.fromEntries(changed.map((key) => [key, of[key]])),
        },
        signOn: { hidden: person.onDuty },
        signOff: { hidden: !person.onDuty },
        giveLogin: { fields: staffFields, of: ['login'], after: issue, hidden: person.login !== null },
        resetPassword: { confirm: true, after: issue, hidden: person.login === null },
        leave: { danger: true, fields: staffFields, of: ['leftOn', 'reason'], line: <p>{t('hints.leaveLine')}</p> },
        rejoin: { confirm: true, hidden: person.status === 'working' },
      }}
    />
  )
}
