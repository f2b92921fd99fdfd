// Marks the same duty on both sides while the pointer is on it, and brings the other side into view when it is chosen.
// Straight on the elements: with two hundred duties a page drawn anew at every move of the pointer would lag behind it.
import { type RefObject, useEffect } from 'react'

const SIDE = '[data-side]'
const of = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>('[data-duty]') : null

export type Side = 'text' | 'posts'
/** `onSide`: on a phone only one side is in view. */
export function useMarking(board: RefObject<HTMLElement | null>, onSide: (side: Side) => void) {
  useEffect(() => {
    const root = board.current
    if (!root) return undefined
    const point = ({ target }: Event) => mark(root, 'data-pointed', of(target)?.dataset.duty)
    const leave = () => mark(root, 'data-pointed', undefined)
    const choose = ({ target }: Event) => {
      const chosen = of(target)
      // On the right a click on a control is for the control; the sentence itself leads to the text.
      const isFree = chosen !== null && (sideOf(chosen) === 'text' || isSentence(target))
      if (!isFree || !chosen.dataset.duty) return
      const side = sideOf(chosen) === 'text' ? 'posts' : 'text'
      onSide(side)
      show(root, chosen.dataset.duty, side)
    }
    root.addEventListener('pointerover', point)
    root.addEventListener('pointerleave', leave)
    root.addEventListener('click', choose)
    return () => {
      root.removeEventListener('pointerover', point)
      root.removeEventListener('pointerleave', leave)
      root.removeEventListener('click', choose)
    }
  }, [board, onSide])
}

const isSentence = (target: EventTarget | null) =>
  target instanceof Element && target.closest('[data-sentence]') !== null

const sideOf = (element: Element) => element.closest(SIDE)?.getAttribute('data-side')

/** Marks a duty for good, and brings it into view on one side once that is drawn. */
export function show(root: HTMLElement, key: string, side: Side) {
  mark(root, 'data-chosen', key)
  requestAnimationFrame(() => {
    const there = root.querySelector(`[data-side=${side}] [data-duty="${CSS.escape(key)}"]`)
    there?.scrollIntoView({ block: 'center', behavior: 'smooth' })
  })
}

function mark(root: HTMLElement, attribute: string, key: string | undefined) {
  const marked = root.querySelectorAll(`[${attribute}]`)
  if (key !== undefined && marked.length > 0 && [...marked].every((one) => one.getAttribute('data-duty') === key))
    return
  for (const one of marked) one.removeAttribute(attribute)
  if (key === undefined) return
  for (const one of root.querySelectorAll(`[data-duty="${CSS.escape(key)}"]`)) one.setAttribute(attribute, '')
}
