import { Form, Link } from '@remix-run/react'
import { authorsAmong, commentTypes } from '#app/measures/comment.ts'
import type { CommentsRoom } from '#app/queries/comments-room.server.ts'
import { Button } from '../button.tsx'
import { Select } from '../field.tsx'
import { useLocale } from '../locale.tsx'
import { isFiltering, shows, type ThreadFilter } from './filter.ts'

interface ThreadFiltersProps {
  room: CommentsRoom
  filter: ThreadFilter
  hidden: number
}

/**
 * Filters of the list; they only change the address, and the text keeps all its marks. Nobody is asked
 * to choose, so none is called required.
 */
export function ThreadFilters({ room, filter, hidden }: ThreadFiltersProps) {
  const { t, stateName } = useLocale()
  const spoke = authorsAmong(room.threads.flatMap(({ comments }) => comments))
  return (
    <search>
      <Form
        method="get"
        className="thread-filters"
        preventScrollReset
        onChange={(event) => event.currentTarget.requestSubmit()}
      >
        <Select
          name="show"
          aria-required={false}
          label={t('comments.filter.show')}
          defaultValue={filter.show}
          options={shows.map((value) => ({ value, label: t(`comments.filter.${value}`) }))}
        />
        <Select
          name="type"
          aria-required={false}
          label={t('comments.filter.type')}
          defaultValue={filter.type ?? ''}
          emptyLabel={t('comments.filter.any-type')}
          options={commentTypes.map((value) => ({
            value,
            label: t(`terms.comment-type.${value}`),
          }))}
        />
        <Select
          name="state"
          aria-required={false}
          label={t('comments.filter.state')}
          defaultValue={filter.delegation ?? ''}
          emptyLabel={t('comments.filter.any-state')}
          options={spoke.map((value) => ({ value, label: stateName(value) }))}
        />
        <noscript>
          <Button kind="secondary">{t('comments.filter.apply')}</Button>
        </noscript>
      </Form>
      {isFiltering(filter) && (
        <p className="soft">
          {t('comments.filter.hidden', { count: hidden })}{' '}
          <Link to="." preventScrollReset>
            {t('comments.filter.clear')}
          </Link>
        </p>
      )}
    </search>
  )
}
