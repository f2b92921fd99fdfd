// How the rules of approval and the limits of posts show and are typed.
import { inLanguage } from '../../../../ui/bilingual.ts'
import { choice, choices, wholeNumber, yuan } from '../../../../ui/controls.tsx'
import { fieldsOf } from '../../../../ui/fields.tsx'
import { optionsOf } from '../../../../ui/options.ts'
import { lookUp, useWords } from '../../../../ui/words.ts'
import { type ApprovalRule, type AuthorityLimit, KINDS, type Kind, WHO } from '../contract/rules.ts'
import { ruleWords } from './words.ts'

export type Post = { id: string; key: string; title: string; titleEn: string }

const stepWord = (step: string, posts: readonly Post[]) => {
  const post = posts.find(({ key }) => `post:${key}` === step)
  return post ? inLanguage(post.title, post.titleEn) : (lookUp('approval-rules', `who.${step}`) ?? step)
}
const stepOptions = (posts: readonly Post[]) => () =>
  [...WHO, ...posts.map(({ key }) => `post:${key}`)].map((step) => ({ value: step, label: stepWord(step, posts) }))

const limits = {
  kind: {
    column: { width: 130, phone: 'title' },
    show: (kind: Kind) => <KindName kind={kind} />,
    control: choice(optionsOf(ruleWords, 'kinds', KINDS), { clearable: false }),
  },
  upToFen: { control: yuan(), help: 'hints.limit' },
  upToDays: { control: wholeNumber({ min: 0 }), help: 'hints.limit' },
  limit: { column: { width: 180 } },
} as const

export const ruleFieldsOf = (posts: readonly Post[]) =>
  fieldsOf<ApprovalRule & { limit: string }>()(ruleWords, {
    ...limits,
    steps: {
      column: { grow: true },
      show: (steps) => steps.map((step) => stepWord(step, posts)).join(' → '),
      control: choices(stepOptions(posts)),
      help: 'hints.steps',
    },
    timeoutHours: {
      column: { width: 160 },
      show: (hours) => <Hours hours={hours} />,
      control: wholeNumber({ min: 1, max: 720 }),
      help: 'hints.timeout',
    },
  })

export const limitFieldsOf = (posts: readonly Post[]) =>
  fieldsOf<AuthorityLimit & { limit: string }>()(ruleWords, {
    ...limits,
    postId: {
      control: choice(() => posts.map(({ id, title, titleEn }) => ({ value: id, label: inLanguage(title, titleEn) }))),
    },
    postTitle: { column: { grow: true } },
  })

function KindName({ kind }: { kind: Kind }) {
  const t = useWords(ruleWords)
  return t(`kinds.${kind}`)
}
function Hours({ hours }: { hours: number | null }) {
  const t = useWords(ruleWords)
  return hours === null ? t('never') : t('hours', { count: hours })
}
