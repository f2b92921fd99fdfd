// Short notices at the edge of the page. The shell plugs in the real ones once they stand inside the theme.

type Notices = { done(text: string): void; failure(text: string): void; note(text: string): void }
let notices: Notices | undefined

export const tell: Notices = {
  done: (text) => notices?.done(text),
  failure: (text) => notices?.failure(text),
  note: (text) => notices?.note(text),
}
export const plugNotices = (real: Notices) => {
  notices = real
}
