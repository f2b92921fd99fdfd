// How each field of a token is seen and filled in.
import { Button, Popover } from 'antd'
import type { z } from 'zod'
import { nounWord, partsOf, verbWord } from '../../../modules/organisation/posts/web/permissions.ts'
import { type ApiToken, apiTokens } from '../../../platform/session/contract.ts'
import { apiOf } from '../../../ui/api.ts'
import { choice, textLine } from '../../../ui/controls.tsx'
import { fieldsOf } from '../../../ui/fields.tsx'
import { optionsOf } from '../../../ui/options.ts'
import { StatusTag, type Tone } from '../../../ui/StatusTag.tsx'
import { When } from '../../../ui/values.tsx'
import { say } from '../../../ui/words.ts'
import { permissionsField } from './PermissionsField.tsx'
import { words } from './words.ts'

export const api = apiOf(apiTokens)
export type Token = z.output<typeof ApiToken>

const tones = { in_use: 'good', expired: 'neutral', revoked: 'neutral' } satisfies Record<string, Tone>
const stateOf = ({ revokedAt, expiresAt }: Token): keyof typeof tones => {
  if (revokedAt) return 'revoked'
  return Date.parse(expiresAt) <= Date.now() ? 'expired' : 'in_use'
}

/** How long it is good for; the longest ends within the two years that the server allows. */
const DAYS = ['90', '365', '729']
export const USUAL_DAYS = '365'

export const fields = fieldsOf<Token & { state: string; days: string }>()(words, {
  name: { column: { grow: true, phone: 'title' }, control: textLine({ max: 100 }), help: 'hints.name' },
  accountName: { column: { width: 110 } },
  permissions: {
    column: { width: 96, align: 'right' },
    show: (held) => <Held permissions={held} />,
    control: permissionsField,
    help: 'hints.permissions',
  },
  state: {
    column: { width: 96, phone: 'aside' },
    show: (_, token) => <StatusTag of={words} state={stateOf(token)} tones={tones} />,
  },
  createdAt: { column: { width: 120 }, show: (at) => <When at={at} /> },
  seenAt: {
    column: { width: 120 },
    show: (at) => (at ? <When at={at} /> : <span className="quiet">{say(words, 'hints.never')}</span>),
  },
  expiresAt: { column: { width: 120 }, show: (at) => <When at={at} absolute /> },
  days: { control: choice(optionsOf(words, 'days', DAYS), { clearable: false }), required: true },
})

/** How many, and which of them when asked, room by room. */
function Held({ permissions }: { permissions: readonly string[] }) {
  const rooms = Map.groupBy(permissions.map(partsOf), ({ noun }) => noun)
  const lines = [...rooms].map(([noun, parts]) => (
    <div key={noun}>
      <strong>{nounWord(noun)}</strong> {parts.map(({ verb }) => verbWord(noun, verb)).join('、')}
    </div>
  ))
  return (
    <Popover trigger="click" content={<div style={{ maxWidth: 300, maxHeight: 320, overflow: 'auto' }}>{lines}</div>}>
      <Button type="text" size="small">
        {say(words, 'hints.count', { count: permissions.length })}
      </Button>
    </Popover>
  )
}
