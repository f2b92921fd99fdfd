// The text of the document, with every duty marked where it stands.
import { memo } from 'react'
import { chunksOf, type Line, linesOf, type Mark } from './lines.ts'

/** Drawn once: what is pointed at is marked on the elements themselves. */
export const SourceText = memo(function SourceText({ text, marks }: { text: string; marks: readonly Mark[] }) {
  return (
    <div className="jd-text" data-side="text">
      {chunksOf(linesOf(text, marks)).map(({ at, lines }) => (
        <div key={at} className="jd-chunk">
          {lines.map((line) => (
            <TextLine key={line.at} line={line} />
          ))}
        </div>
      ))}
    </div>
  )
})

function TextLine({ line: { pieces } }: { line: Line }) {
  return (
    <p>
      {pieces.map(({ at, text, key }) =>
        key === null ? (
          <span key={at}>{text}</span>
        ) : (
          <mark key={at} data-duty={key}>
            {text}
          </mark>
        ),
      )}
    </p>
  )
}
