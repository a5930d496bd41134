import { Link, useLocation } from '@remix-run/react'
import { useLocale } from './locale.tsx'

interface PaginationProps {
  /** From 1. */
  page: number
  pageSize: number
  total: number
}

/** Pages by `?page=`; the other parts of the address are kept. */
export function Pagination({ page, pageSize, total }: PaginationProps) {
  const { t } = useLocale()
  const location = useLocation()
  const last = Math.max(1, Math.ceil(total / pageSize))
  const addressOf = (number: number) => {
    const params = new URLSearchParams(location.search)
    params.set('page', String(number))
    return `${location.pathname}?${params}`
  }
  const from = Math.min(total, (page - 1) * pageSize + 1)
  return (
    <nav className="pagination" aria-label={t('common.pages')}>
      <p>{t('common.page-range', { from, to: Math.min(total, page * pageSize), total })}</p>
      {last > 1 && (
        <ul>
          {page > 1 && (
            <li>
              <Link to={addressOf(page - 1)} rel="prev">
                {t('common.page-previous')}
              </Link>
            </li>
          )}
          {pagesAround(page, last).map((number) => (
            <li key={number}>
              {number === page ? (
                <span aria-current="page">
                  <span className="heard">{t('common.page-word')} </span>
                  {number}
                </span>
              ) : (
                <Link to={addressOf(number)} aria-label={t('common.page-number', { number })}>
                  {number}
                </Link>
              )}
            </li>
          ))}
          {page < last && (
            <li>
              <Link to={addressOf(page + 1)} rel="next">
                {t('common.page-next')}
              </Link>
            </li>
          )}
        </ul>
      )}
    </nav>
  )
}

/** The first and the last page, this one and two on either side. */
function pagesAround(page: number, last: number): number[] {
  const near = [1, page - 2, page - 1, page, page + 1, page + 2, last]
  return [...new Set(near)].filter((number) => number >= 1 && number <= last).sort((a, b) => a - b)
}
