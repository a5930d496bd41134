import { Link } from '@remix-run/react'
import type { FilePage } from '#app/queries/file-page.server.ts'
import type { VersionLine } from '#app/queries/file-versions.server.ts'
import { recallInput } from '#app/measures/inputs.ts'
import { referenceInAddress } from '#app/measures/measure.ts'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { TextArea } from '../field.tsx'
import { checkBy } from '../form-check.ts'
import type { FormState } from '../form-state.ts'
import { PortalForm } from '../form.tsx'
import { Hash } from '../hash.tsx'
import { useLocale } from '../locale.tsx'
import { StatusLabel } from '../status-label.tsx'
import { Table } from '../table.tsx'
import { DateText } from '../when.tsx'
import { useAudienceWords } from './audience-words.ts'

interface VersionsTableProps {
  page: FilePage
  /** What an attempt to recall was answered. */
  state: FormState | null
}

/** Every version that the reader may know of, newest first, with recall for the owner. */
export function VersionsTable({ page: { file, may }, state }: VersionsTableProps) {
  const { t } = useLocale()
  const audienceWords = useAudienceWords()
  const path = `/files/${referenceInAddress(file.reference)}`
  const readable = file.versions.filter(({ mayRead, kind }) => mayRead && kind !== 'notice')
  return (
    <>
      <Table
        caption={t('file.versions')}
        isCaptionHidden
        rows={file.versions}
        rowKey={({ number }) => String(number)}
        rowState={({ recalledAt }) => (recalledAt ? 'ended' : undefined)}
        empty={t('file.versions.none')}
        columns={[
          {
            key: 'number',
            heading: t('file.versions.number'),
            isRowHeading: true,
            isNarrow: true,
            cell: ({ number }) => <Link to={`${path}/versions/${number}`}>{number}</Link>,
          },
          {
            key: 'kind',
            heading: t('file.versions.kind'),
            cell: (version) => (
              <>
                {t(`terms.version-kind.${version.kind}`)} <Recalled version={version} />
                {version.coverNote && <p className="cell-note">{version.coverNote}</p>}
              </>
            ),
          },
          {
            key: 'released',
            heading: t('file.versions.released'),
            cell: ({ releasedAt }) => <DateText value={releasedAt} />,
          },
          {
            key: 'reach',
            heading: t('file.versions.reach'),
            cell: ({ kind, audience }) => (kind === 'final' ? '' : audienceWords(audience)),
          },
          {
            key: 'by',
            heading: t('file.versions.comments-by'),
            cell: ({ commentsBy }) => commentsBy && <DateText value={commentsBy} />,
          },
          {
            key: 'sha256',
            heading: t('file.versions.sha256'),
            isNarrow: true,
            cell: ({ sha256 }) => sha256 && <Hash sha256={sha256} />,
          },
        ]}
      />
      {readable[0] && readable[1] && (
        <p className="after-table">
          <Link to={`${path}/compare?from=${readable[1].number}&to=${readable[0].number}`}>
            {t('file.versions.compare', { from: readable[1].number, to: readable[0].number })}
          </Link>
        </p>
      )}
      {may.recall && <RecallForm file={file} state={state} />}
    </>
  )
}

function Recalled({ version }: { version: VersionLine }) {
  const { t, date } = useLocale()
  if (version.isWithheld && !version.recalledAt)
    return <StatusLabel tone="ended">{t('withhold.status')}</StatusLabel>
  if (!version.recalledAt) return null
  const on = date(version.recalledAt)
  return (
    <StatusLabel tone="ended">
      {version.recallReason
        ? t('file.versions.recalled-because', { date: on, reason: version.recallReason })
        : t('file.versions.recalled', { date: on })}
    </StatusLabel>
  )
}

const checkRecall = checkBy(recallInput)

/** Recalls the newest version that others hold. */
function RecallForm({ file, state }: { file: FilePage['file']; state: FormState | null }) {
  const { t } = useLocale()
  const held = file.versions.find(({ kind, recalledAt }) => kind !== 'final' && !recalledAt)
  if (!held) return null
  const { number } = held
  return (
    <details className="more" open={state !== null}>
      <summary>{t('file.recall')}</summary>
      <PortalForm
        id="recall"
        state={state}
        hidden={{ act: 'recall', number, revision: file.revision }}
      >
        <TextArea name="reason" label={t('file.recall.reason')} rows={2} />
        <div className="actions">
          <ConfirmDialog
            label={t('file.recall')}
            title={t('file.recall.dialog', { number })}
            consequences={<p>{t('file.recall.consequences')}</p>}
            form="recall"
            check={checkRecall}
          />
        </div>
      </PortalForm>
    </details>
  )
}
