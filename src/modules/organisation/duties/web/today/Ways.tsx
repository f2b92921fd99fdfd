// The buttons that lead to where a duty is performed.
import { ArrowRightOutlined } from '@ant-design/icons'
import { GoButton } from '../../../../../ui/GoButton.tsx'
import { useMe } from '../../../../../ui/me.tsx'
import { lookUp, useWords } from '../../../../../ui/words.ts'
import type { DutyToday } from '../../contract/duties.ts'
import { words } from '../words.ts'

type Way = NonNullable<DutyToday['parts'][number]['way']>

/** One button for each page, however many parts are done there. */
export function Ways({ duty, leading = false }: { duty: DutyToday; leading?: boolean }) {
  const t = useWords(words)
  const { permissions } = useMe()
  const ways = waysOf(duty)
  if (ways.length === 0) return null
  return (
    <>
      {ways.map(({ page, needs }) => {
        const may = needs === null || permissions.has(needs)
        return (
          <span key={page} className="duty-way">
            <GoButton
              href={page}
              disabled={!may}
              type={leading && may ? 'primary' : 'default'}
              aria-label={`${t('verbs.go')} ${duty.code}`}
            >
              {t('verbs.go')} <ArrowRightOutlined />
            </GoButton>
            {may || !needs ? null : (
              <span className="duty-way-reason">{t('hints.noGrant', { permission: wordOf(needs) })}</span>
            )}
          </span>
        )
      })}
    </>
  )
}

const PRESSING = ['overdue', 'due']
/** Where nothing presses, every way is offered. */
function waysOf({ parts }: DutyToday): Way[] {
  const pressing = parts.filter(({ state }) => PRESSING.includes(state))
  const ways = (pressing.length > 0 ? pressing : parts).flatMap(({ way }) => way ?? [])
  return ways.filter(({ page }, at) => ways.findIndex((one) => one.page === page) === at)
}

function wordOf(permission: string) {
  const dot = permission.lastIndexOf('.')
  const noun = permission.slice(0, dot)
  const verb = permission.slice(dot + 1)
  return `${lookUp(noun, 'room') ?? noun} · ${lookUp(noun, `verbs.${verb}`) ?? lookUp('duties', `verbs.${verb}`) ?? verb}`
}
