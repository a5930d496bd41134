import { Link } from '@remix-run/react'
import type { UncountedView, WhoseWordsPage } from '#app/queries/whose-words.server.ts'
import { usePlaceNames } from '../comments/place-name.ts'
import { useLocale } from '../locale.tsx'
import { Section } from '../section.tsx'
import { StateChip } from '../state-chip.tsx'

interface UncountedProps {
  page: WhoseWordsPage
  /** Of the file. */
  path: string
}

/** What is called taken up elsewhere, and why none of its words are counted in this text. */
export function Uncounted({ page, path }: UncountedProps) {
  const { t } = useLocale()
  return (
    <>
      {page.number !== null && page.since.length > 0 && (
        <Section id="since" title={t('proposals.words-since', { number: page.number })}>
          <p className="soft">{t('proposals.words-since-about')}</p>
          <Proposals proposals={page.since} path={path} />
        </Section>
      )}
      {page.inWords.length > 0 && (
        <Section id="in-words" title={t('proposals.words-in-words')}>
          <p className="soft">{t('proposals.words-in-words-about')}</p>
          <Proposals proposals={page.inWords} path={path} />
        </Section>
      )}
    </>
  )
}

function Proposals({ proposals, path }: { proposals: readonly UncountedView[]; path: string }) {
  const { provisionName } = usePlaceNames('draft')
  return (
    <ul>
      {proposals.map(({ commentId, version, delegation, provision }) => (
        <li key={commentId}>
          <StateChip code={delegation} isNamed />{' '}
          <Link to={`${path}/versions/${version}#comment-${commentId}`}>
            {provisionName(provision)}
          </Link>
        </li>
      ))}
    </ul>
  )
}
