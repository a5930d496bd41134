import { type ReactNode, useState } from 'react'
import { referenceInAddress } from '#app/measures/measure.ts'
import type { findHome } from '#app/queries/home.server.ts'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { FieldErrorText } from '../field.tsx'
import type { FormCheck } from '../form-check.ts'
import type { FormState } from '../form-state.ts'
import { PortalForm, useField } from '../form.tsx'
import { useLocale } from '../locale.tsx'
import { Section } from '../section.tsx'
import { Table } from '../table.tsx'
import { DateText } from '../when.tsx'
import { ownerColumn, referenceColumn, subjectColumn } from '../file/file-columns.tsx'
import { HomeRest } from './rest.tsx'

type Line = Awaited<ReturnType<typeof findHome>>['unanswered'][number] & { key: string }

interface UnansweredProps {
  lines: readonly Line[]
  total: number
  mayAnswer: boolean
  state: FormState | null
}

/** What was shared with us; several can be answered "no comments" in one act. */
export function HomeUnanswered({ lines, total, mayAnswer, state }: UnansweredProps) {
  const words = useLocale()
  const { t } = words
  const [references, setReferences] = useState<readonly string[]>([])
  const chosen = lines.filter(({ reference }) => references.includes(reference))
  return (
    <Section id="unanswered" title={t('home.unanswered.title')} intro={t('home.unanswered.intro')}>
      <PortalForm id="no-comments" state={state} className="form form--wide">
        <Choice onChoice={setReferences}>
          <Table
            caption={t('home.unanswered.title')}
            isCaptionHidden
            rows={lines}
            rowKey={({ reference }) => reference}
            empty={t('home.unanswered.none')}
            columns={[
              ...(mayAnswer ? [choose(t, lines[0])] : []),
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
        </Choice>
        <HomeRest
          list="unanswered"
          title={t('home.unanswered.title')}
          shown={lines.length}
          total={total}
        />
        {mayAnswer && lines.length > 0 && (
          <div className="actions">
            <ConfirmDialog
              label={t('home.unanswered.answer')}
              openerKind="secondary"
              title={t('home.unanswered.answer')}
              consequences={
                <>
                  <ul>
                    {chosen.map(({ reference, title }) => (
                      <li key={reference}>
                        <strong>{reference}</strong> {title}
                      </li>
                    ))}
                  </ul>
                  <p>{t('home.unanswered.consequences', { count: chosen.length })}</p>
                </>
              }
              confirm={t('home.unanswered.confirm')}
              form="no-comments"
              check={checkChosen}
            />
          </div>
        )}
      </PortalForm>
    </Section>
  )
}

const checkChosen: FormCheck = (form) =>
  form.has('file') ? null : { file: 'form.choose-at-least-one' }

interface ChoiceProps {
  /** Told the references of the files each time one is chosen or left. */
  onChoice: (references: readonly string[]) => void
  children: ReactNode
}

/** The lines to choose from, with what is wrong with the choice above them. */
function Choice({ onChoice, children }: ChoiceProps) {
  const parts = useField('file', false)
  return (
    <div
      className="field"
      data-invalid={parts.error ? true : undefined}
      onChange={({ currentTarget }) => {
        const boxes = currentTarget.querySelectorAll<HTMLInputElement>('input:checked')
        onChoice([...boxes].flatMap(({ dataset }) => dataset.reference ?? []))
      }}
    >
      <FieldErrorText parts={parts} />
      {children}
    </div>
  )
}

function choose(t: ReturnType<typeof useLocale>['t'], first: Line | undefined) {
  return {
    key: 'choose',
    heading: t('home.column.choose'),
    isNarrow: true,
    cell: (line: Line) => <ChooseBox line={line} isFirst={line === first} />,
  }
}

/** The id of the choice is that of its first box, so that the summary leads to a control. */
function ChooseBox({ line, isFirst }: { line: Line; isFirst: boolean }) {
  const { t } = useLocale()
  const { id, describedBy } = useField('file', false)
  const { reference, number, key } = line
  return (
    <input
      type="checkbox"
      id={isFirst ? id : undefined}
      name="file"
      value={`${referenceInAddress(reference)} ${number} ${key}`}
      data-reference={reference}
      aria-label={t('home.unanswered.choose', { reference })}
      aria-describedby={describedBy}
    />
  )
}
