import type { AuthoredPassage, AuthoredRun, Hand } from '#app/queries/draft-authors.server.ts'
import { usePlaceNames } from '../comments/place-name.ts'
import { useLocale } from '../locale.tsx'
import { StateChip } from '../state-chip.tsx'
import { authorKey, type Authors } from './authors.ts'

interface AuthoredTextProps {
  passages: readonly AuthoredPassage[]
  authors: Authors
}

/** The text of a moment, each run of words with the number of who wrote it. */
export function AuthoredText({ passages, authors }: AuthoredTextProps) {
  return (
    <ol className="redline">
      {passages.map((passage, index) => (
        <Passage key={`${index}`} passage={passage} authors={authors} />
      ))}
    </ol>
  )
}

function Passage({
  passage: { name, isMoved, runs },
  authors,
}: {
  passage: AuthoredPassage
  authors: Authors
}) {
  const { t } = useLocale()
  const { nameOf } = usePlaceNames('draft')
  const isGone = name === null
  return (
    <li className={`redline__line redline__line--${isGone ? 'removed' : 'same'}`}>
      <p className="redline__place">
        {isGone ? t(isMoved ? 'authors.gone-of-moved' : 'authors.gone') : nameOf(name)}
      </p>
      <div>
        <p className="redline__words">
          {runs.map((run, index) => (
            <Words key={`${index}`} run={run} authors={authors} />
          ))}
        </p>
        <details className="authors__runs">
          <summary>{t('authors.details', { count: runs.length })}</summary>
          <ul>
            {runs.map((run, index) => (
              <RunLine key={`${index}`} run={run} />
            ))}
          </ul>
        </details>
      </div>
    </li>
  )
}

function Words({
  run: { words, writtenBy, deletedBy },
  authors,
}: {
  run: AuthoredRun
  authors: Authors
}) {
  const number = writtenBy ? authors.numbers.get(authorKey(writtenBy)) : undefined
  const className = number ? `author author--${((number - 1) % 6) + 1}` : 'author'
  const inside = (
    <>
      {number && (
        <sup>
          <span className="heard">{writtenBy?.name}: </span>
          <span aria-hidden="true">{number}</span>
        </sup>
      )}
      {words}
    </>
  )
  return deletedBy ? (
    <del className={className}>{inside}</del>
  ) : (
    <span className={className}>{inside}</span>
  )
}

function RunLine({ run: { words, writtenBy, deletedBy } }: { run: AuthoredRun }) {
  const { t, dateTime } = useLocale()
  const by = (hand: Hand) => ({ name: hand.name, when: dateTime(hand.at) })
  return (
    <li>
      <q>{words}</q>{' '}
      {writtenBy ? t('authors.written-by', by(writtenBy)) : t('authors.written-unknown')}
      {deletedBy && `; ${t('authors.deleted-by', by(deletedBy))}`}
    </li>
  )
}

/** Who they are, by the numbers that stand in the text. */
export function AuthorList({ authors }: { authors: Authors }) {
  const { t } = useLocale()
  return (
    <ol className="authors">
      {authors.people.map((hand, index) => (
        <li key={authorKey(hand)}>
          <span className={`author author--${(index % 6) + 1}`}>{index + 1}</span>{' '}
          <StateChip code={hand.delegation} />{' '}
          {hand.office ? t('authors.person', { name: hand.name, office: hand.office }) : hand.name}
        </li>
      ))}
    </ol>
  )
}
