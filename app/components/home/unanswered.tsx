import { useState } from 'react'
import { referenceInAddress } from '#app/measures/measure.ts'
import type { findHome } from '#app/queries/home.server.ts'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import type { FormState } from '../form-state.ts'
import { PortalForm } from '../form.tsx'
import { useLocale } from '../locale.tsx'
import { Section } from '../section.tsx'
import { Table } from '../table.tsx'
import { DateText } from '../when.tsx'
import { ownerColumn, referenceColumn, subjectColumn } from '../file/file-columns.tsx'

type Line = Awaited<ReturnType<typeof findHome>>['unanswered'][number] & { key: string }

interface UnansweredProps {
  lines: readonly Line[]
  mayAnswer: boolean
  state: FormState | null
}

/** What was shared with us; several can be answered "no comments" in one act. */
export function HomeUnanswered({ lines, mayAnswer, state }: UnansweredProps) {
  const words = useLocale()
  const { t } = words
  const [chosen, setChosen] = useState(0)
  return (
    <Section title={t('home.unanswered.title')} intro={t('home.unanswered.intro')}>
      <PortalForm id="no-comments" state={state} className="form form--wide">
        <div
          onChange={({ currentTarget }) =>
            setChosen(currentTarget.querySelectorAll('input:checked').length)
          }
        >
          <Table
            caption={t('home.unanswered.title')}
            isCaptionHidden
            rows={lines}
            rowKey={({ reference }) => reference}
            empty={t('home.unanswered.none')}
            columns={[
              ...(mayAnswer ? [choose(t)] : []),
              referenceColumn<Line>(words, ({ number }) => `/versions/${number}`),
              ownerColumn<Line>(words),
              subjectColumn<Line>(words),
              {
                key: 'version',
                heading: t('home.column.version'),
                cell: ({ kind, number }: Line) => `${t(`terms.version-kind.${kind}`)} (${number})`,
              },
              {
                key: 'by',
                heading: t('home.unanswered.by'),
                cell: ({ commentsBy }: Line) =>
                  commentsBy ? <DateText value={commentsBy} /> : t('home.unanswered.no-date'),
              },
            ]}
          />
        </div>
        {mayAnswer && lines.length > 0 && (
          <div className="actions">
            <ConfirmDialog
              label={t('home.unanswered.answer')}
              openerKind="secondary"
              title={t('home.unanswered.answer')}
              consequences={<p>{t('home.unanswered.consequences', { count: chosen })}</p>}
              confirm={t('home.unanswered.confirm')}
              form="no-comments"
            />
          </div>
        )}
      </PortalForm>
    </Section>
  )
}

function choose(t: ReturnType<typeof useLocale>['t']) {
  return {
    key: 'choose',
    heading: t('home.column.choose'),
    isNarrow: true,
    cell: ({ reference, number, key }: Line) => (
      <input
        type="checkbox"
        name="file"
        value={`${referenceInAddress(reference)} ${number} ${key}`}
        aria-label={t('home.unanswered.choose', { reference })}
      />
    ),
  }
}
