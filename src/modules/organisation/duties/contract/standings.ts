// How a duty can stand today.

export const STANDINGS = ['overdue', 'due', 'done', 'not_due', 'kept', 'not_yet'] as const
/**
 * overdue  something passed its limit and is still open
 * due      something is open, or the spell is not met yet
 * done     met for this spell, or nothing open and something answered today
 * not_due  nothing is asked today
 * kept     the program keeps the rule, shows the board or finds the answer
 * not_yet  the program cannot see yet whether it is done
 */
export type State = (typeof STANDINGS)[number]
