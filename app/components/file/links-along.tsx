import type { FilePage } from '#app/queries/file-page.server.ts'
import { useLocale } from '../locale.tsx'

/** Among the consequences of a release: which links with parallel drafts go along. */
export function LinksAlong({ links }: { links: FilePage['file']['parallelDrafts'] }) {
  const { t } = useLocale()
  if (links.length === 0) return null
  return (
    <>
      <p>{t('file.parallel.along-words')}</p>
      <ul>
        {links.map(({ reference, title }) => (
          <li key={reference}>
            <b>{reference}</b> {title}
          </li>
        ))}
      </ul>
    </>
  )
}
