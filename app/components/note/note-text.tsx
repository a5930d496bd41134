import { inProtocolOrder } from '#app/measures/delegation-codes.ts'
import type { NoteLine } from '#app/measures/information-note.ts'
import { compiledWords, lineFacts } from '#app/paper/note-paper.ts'
import { Facts } from '../facts.tsx'
import { useLocale } from '../locale.tsx'

/** The measures of a note by state, each with its act, days and scope, like on paper. */
export function NoteText({ lines }: { lines: readonly NoteLine[] }) {
  const { t, stateName } = useLocale()
  if (lines.length === 0) return <p className="soft">{t('note.empty')}</p>
  return inProtocolOrder(lines.map(({ owner }) => owner)).map((owner) => (
    <section key={owner} aria-labelledby={`noted-${owner}`} className="compiled-list">
      <h3 id={`noted-${owner}`}>{stateName(owner)}</h3>
      {lines
        .filter((line) => line.owner === owner)
        .map((line) => (
          <Line key={line.measureId} line={line} />
        ))}
    </section>
  ))
}

function Line({ line }: { line: NoteLine }) {
  const locale = useLocale()
  const { t } = locale
  return (
    <article className="entry">
      <h4 className="entry__code">{line.title}</h4>
      <p className="entry__adopted">{t(`terms.kind.${line.kind}`)}</p>
      <Facts facts={lineFacts(locale, line).map(([term, value]) => ({ term, value }))} />
      {line.kind === 'national-control-list' && <p>{t(compiledWords(line))}</p>}
      {line.scope && (
        <>
          <p className="entry__part">{t('note.scope')}</p>
          <p className="words">{line.scope}</p>
        </>
      )}
    </article>
  )
}
