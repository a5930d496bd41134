import { Form, Link } from '@remix-run/react'
import type { AsOf } from '#app/queries/as-of.server.ts'
import { Button } from '../button.tsx'
import { DateField, Select, TextField } from '../field.tsx'
import { useHistoryItem } from '../file/history-lines.tsx'
import { useLocale } from '../locale.tsx'

/** A moment of a file: after an act, one act back or on, or at a day and time. */
export function MomentOfFile({ steps }: Pick<AsOf, 'steps'>) {
  const { t, dateTime } = useLocale()
  const itemOf = useHistoryItem()
  const nameOf = (line: AsOf['steps']['all'][number]) => {
    const { at, who, what } = itemOf(line)
    return `${dateTime(at)}: ${who} ${what}`
  }
  const neighbours = [
    { key: 'before', line: steps.before, label: t('as-of.earlier') },
    { key: 'after', line: steps.after, label: t('as-of.later') },
  ]
  return (
    <>
      <Form method="get" className="choose" preventScrollReset>
        <Select
          key={steps.last?.id}
          name="act"
          label={t('as-of.act')}
          defaultValue={String(steps.last?.id ?? '')}
          options={steps.all.map((line) => ({ value: String(line.id), label: nameOf(line) }))}
        />
        <Button>{t('as-of.show')}</Button>
      </Form>
      <nav aria-label={t('as-of.steps')} className="views">
        {neighbours.map(({ key, line, label }) =>
          line ? (
            <Link key={key} to={`?act=${line.id}`} preventScrollReset>
              {label}
            </Link>
          ) : (
            <span key={key} className="soft">
              {label}
            </span>
          ),
        )}
      </nav>
      <details className="more">
        <summary>{t('as-of.by-time')}</summary>
        <Form method="get" className="choose" preventScrollReset>
          <DateField name="day" label={t('as-of.day')} />
          <TextField name="time" label={t('as-of.time')} type="time" defaultValue="12:00" />
          <Button>{t('as-of.show')}</Button>
        </Form>
      </details>
    </>
  )
}
