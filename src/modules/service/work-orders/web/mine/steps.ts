// The steps of a worker that have a screen of their own.
export const STEP_NAMES = ['arrive', 'quote', 'agree', 'refuse', 'hold', 'decline', 'handOver', 'complete'] as const
export type Step = (typeof STEP_NAMES)[number]
export const isStep = (name: string): name is Step => STEP_NAMES.some((step) => step === name)
