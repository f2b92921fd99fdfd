// Whose duties a file holds, by its name: `物业收费员_2026修订.docx`.
import { isPostTitle, type Named, namedIn } from './post-titles.ts'
import { headedBy } from './section-labels.ts'

export function namedByFile(name: string): Named | undefined {
  const words = name
    .normalize('NFKC')
    .replace(/\.[a-z]{2,5}$/i, '')
    .split(/[_\-—–\s()[\]【】《》.,+·]+/)
    .map((word) => word.replace(/^\d+/, ''))
    .filter((word) => word !== '')
  const named = words.map((word) => namedIn(headedBy(word)?.named || word))
  const post = named.find(({ kind, title }) => kind === 'post' && isPostTitle(title))
  return post ?? named.find(({ kind, title }) => kind === 'department' && title !== '')
}
