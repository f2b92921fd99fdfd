// Asks before something that is not easily undone. The shell plugs in the dialog once it stands inside the theme.

export type Question = { title: string; text?: string; yes?: string; no?: string; danger?: boolean }
type Asking = (question: Question) => Promise<boolean>
let asking: Asking | undefined

export const ask: Asking = async (question) => (asking ? asking(question) : false)
export const plugQuestions = (real: Asking) => {
  asking = real
}
