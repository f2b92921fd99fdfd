// Recognises the same post and the same duty when they stand twice.
import { likeness, plain } from './likeness.ts'
import { isSameTitle } from './post-titles.ts'
import type { DutyDraft, PostDraft } from './posts.ts'

/** One post for each that is told, however often; two posts of one title with different duties stay two. */
export function withoutRepeats(posts: readonly PostDraft[]): PostDraft[] {
  const single: PostDraft[] = []
  for (const post of posts) {
    const known = single.slice(-FAR).find((one) => isSamePost(one, post))
    if (known) merge(known, post)
    else single.push({ ...post, duties: withoutTwins(post.duties) })
  }
  return single
}

/** Nobody tells the same post again behind so many others; without an end every post would be held against every other. */
const FAR = 200

function isSamePost(one: PostDraft, other: PostDraft): boolean {
  if (one.kind !== other.kind || !isSameTitle(one.title || other.title, other.title || one.title)) return false
  const fewer = Math.min(one.duties.length, other.duties.length)
  const shared = other.duties.filter((duty) => one.duties.some((known) => isSameDuty(known, duty))).length
  return fewer > 0 && shared >= fewer * 0.6
}

function merge(known: PostDraft, again: PostDraft): void {
  known.headings.push(...again.headings)
  for (const duty of again.duties) {
    const twin = known.duties.find((one) => isSameDuty(one, duty))
    if (twin) twin.twins.push(duty.body)
    else known.duties.push(duty)
  }
  known.reportsTo ??= again.reportsTo as string // Undefined stays undefined.
  if (known.authorities.length === 0) known.authorities = again.authorities
}

/** A list that was pasted twice under one heading; a single duty that stands twice is left to whoever reviews. */
function withoutTwins(all: readonly DutyDraft[]): DutyDraft[] {
  const duties = withoutSummary(all)
  const single: DutyDraft[] = []
  for (const duty of duties) {
    const twin = single.find((one) => plain(one.body.text) === plain(duty.body.text))
    if (!twin) single.push({ ...duty, twins: [...duty.twins] })
    else twin.twins.push(duty.body)
  }
  return duties.length - single.length >= Math.max(2, duties.length / 3) ? single : [...duties]
}

/** A table below the list that says each of its topics over again. */
function withoutSummary(duties: readonly DutyDraft[]): DutyDraft[] {
  const topics = new Set<string>()
  const again = duties.filter(({ body }) => {
    const topic = TOPIC.exec(body.text)?.[1] ?? ''
    const isKnown = TOPIC_LENGTHS.some((length) => topics.has(body.text.slice(0, length)))
    if (topic) topics.add(topic)
    return isKnown
  })
  return again.length >= 3 ? duties.filter((duty) => !again.includes(duty)) : [...duties]
}

const TOPIC_LENGTHS = [4, 5, 6, 7, 8, 9, 10, 11, 12]
const TOPIC = /^([^:：,;。]{4,12})[:：]/

const isSameDuty = (one: DutyDraft, other: DutyDraft) => likeness(one.body.text, other.body.text) >= 0.8
