import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { MomentOfFile } from '#app/components/as-of/moment-of-file.tsx'
import { SaidThen } from '#app/components/as-of/said-then.tsx'
import { SightThen } from '#app/components/as-of/sight-then.tsx'

import { PositionsTable } from '#app/components/comments/positions-table.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { FileAnswers } from '#app/components/file/file-answers.tsx'
import { FileAttachments } from '#app/components/file/file-attachments.tsx'
import { FileDates } from '#app/components/file/file-dates.tsx'
import { FileFacts } from '#app/components/file/file-facts.tsx'
import { FileNotice } from '#app/components/file/file-notice.tsx'
import { FileSteps } from '#app/components/file/file-steps.tsx'
import { HistoryLines } from '#app/components/file/history-lines.tsx'
import { VersionsTable } from '#app/components/file/versions-table.tsx'
import { useLocale } from '#app/components/locale.tsx'
import { Notice } from '#app/components/notice.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { Columns, Section } from '#app/components/section.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { StatusLabel } from '#app/components/status-label.tsx'
import { FrozenText } from '#app/components/text/frozen-text.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { requireReference } from '#app/http/reference.server.ts'
import { refusal } from '#app/http/refusal.server.ts'
import { referenceInAddress } from '#app/measures/measure.ts'
import { type AsOf, type AskedMoment, findAsOf } from '#app/queries/as-of.server.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, ({ t }) => `${data?.reference ?? ''} ${t('as-of.title')}`)

const momentSchema = z.union([
  z.object({ act: z.coerce.number().int().positive().max(1e12) }),
  z.object({ day: z.iso.date(), time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/) }),
])

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const asked = momentIn(new URL(request.url).searchParams)
  const found = await findAsOf(context.deps, actor, requireReference(params), asked.moment)
  if (!found.ok) throw refusal(found)
  const { isUnread } = asked
  return json({ ...found.asOf, isUnread }, { status: isUnread ? 400 : 200 })
}

/** What cannot be read is said so, above the file as it is. */
function momentIn(parameters: URLSearchParams): { moment: AskedMoment | null; isUnread: boolean } {
  if (parameters.size === 0) return { moment: null, isUnread: false }
  const read = momentSchema.safeParse(Object.fromEntries(parameters))
  return { moment: read.success ? read.data : null, isUnread: !read.success }
}

/** A file as it stood: what was told of it, what had been said, who could see it. */
export default function FileAsOf() {
  const { isUnread, ...asOf } = useLoaderData<typeof loader>()
  const { t, dateTime } = useLocale()
  const { reference, stood } = asOf
  const path = `/files/${referenceInAddress(reference)}`
  const file = stood?.page.file
  return (
    <Page>
      <PageHeader
        title={t('as-of.at', { when: dateTime(asOf.at) })}
        reference={reference}
        kind={t('as-of.title')}
        crumbs={[
          { label: t('files.title'), to: '/files' },
          { label: reference, to: path },
        ]}
        shortTitle={t('as-of.title')}
        labels={
          file && (
            <>
              <StateChip code={file.owner} isNamed />
              <StatusLabel tone={file.stage === 'withdrawn' ? 'ended' : 'neutral'}>
                {t(`terms.stage.${file.stage}`)}
              </StatusLabel>
            </>
          )
        }
        intro={
          <>
            {file && <p>{file.title}</p>}
            <p>{t('as-of.intro')}</p>
          </>
        }
      />
      {isUnread && (
        <Notice kind="error" title={t('as-of.unread')}>
          <p>{t('as-of.unread-words')}</p>
        </Notice>
      )}
      <MomentOfFile steps={asOf.steps} />
      {stood ? (
        <Stood stood={stood} />
      ) : (
        <EmptyState title={t('as-of.not-yet')}>{t('as-of.not-yet-hint')}</EmptyState>
      )}
    </Page>
  )
}

function Stood({ stood }: { stood: NonNullable<AsOf['stood']> }) {
  const { t } = useLocale()
  const { table, positions, draft } = stood
  const page = stoodPage(stood)
  const { file } = page
  return (
    <>
      <FileDates file={file} />
      <Columns shape="aside">
        <div>
          <FileNotice page={page} />
          <Section title={t('file.versions')}>
            <VersionsTable page={page} state={null} />
          </Section>
          {table && (
            <Section title={t('as-of.comments', { number: table.version.number })}>
              <SaidThen table={table} />
            </Section>
          )}
          {positions && (
            <Section title={t('as-of.positions', { number: positions.version.number })}>
              <PositionsTable page={positions} />
            </Section>
          )}
          <Section title={t('as-of.sight')}>
            <SightThen stood={stood} />
          </Section>
          {draft && (
            <Section title={t('as-of.draft')}>
              {draft.content ? (
                <details className="more">
                  <summary>{t('as-of.draft-show')}</summary>
                  <FrozenText
                    content={draft.content}
                    lang={file.originalLanguage}
                    headingLevel={3}
                  />
                </details>
              ) : (
                <p>{t('as-of.draft-withheld')}</p>
              )}
            </Section>
          )}
          <Section title={t('file.history')}>
            <HistoryLines lines={file.history} />
          </Section>
        </div>
        <div>
          <FileFacts page={page} />
          <FileAnswers answers={file.answers} />
          <FileAttachments page={page} />
          {file.steps.length > 0 && <FileSteps page={page} stepKey="" state={null} />}
        </div>
      </Columns>
    </>
  )
}

/** Nothing is done in the past. */
function stoodPage({ page }: NonNullable<AsOf['stood']>) {
  const { file, may } = page
  const nothing = Object.fromEntries(Object.keys(may).map((act) => [act, false])) as typeof may
  const attachments = file.attachments.map((attachment) => ({ ...attachment, mayRemove: false }))
  return { ...page, ok: true as const, may: nothing, file: { ...file, attachments } }
}
