// Asks before unsaved text is left behind, within the program and when the tab closes.
import { useBlocker } from '@tanstack/react-router'
import { ask } from './ask.ts'
import { kit, say } from './words.ts'

export function LeaveGuard({ isActive }: { isActive: () => boolean }) {
  useBlocker({
    // A change of filters keeps the page, and so the text.
    shouldBlockFn: async ({ current, next }) =>
      isActive() &&
      current.pathname !== next.pathname &&
      !(await ask({
        title: say(kit, 'form.leaveTitle'),
        text: say(kit, 'form.leaveText'),
        yes: say(kit, 'form.leave'),
        no: say(kit, 'form.stay'),
      })),
    enableBeforeUnload: isActive,
  })
  return null
}
