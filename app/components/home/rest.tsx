import { Link, useSearchParams } from '@remix-run/react'
import type { HomeList } from '#app/queries/home.server.ts'
import { useLocale } from '../locale.tsx'

interface HomeRestProps {
  /** The list and what it is called; our own files have a page of theirs. */
  list: HomeList | 'ours'
  title: string
  shown: number
  total: number
  /** Where all of them are; on home itself unless told. */
  to?: string
}

/** Under a list of which only the first lines are shown: how many there are, and the way to all of them. */
export function HomeRest({ list, title, shown, total, to }: HomeRestProps) {
  const { t } = useLocale()
  const isWhole = useSearchParams()[0].get('all') === list
  if (shown >= total) return null
  return (
    <p className="section__rest">
      {t('home.rest', { shown, total })}
      {!isWhole && (
        <>
          {' '}
          <Link to={to ?? `/home?all=${list}#${list}`}>
            {t('home.rest.all')}
            <span className="heard">: {title}</span>
          </Link>
        </>
      )}
    </p>
  )
}
