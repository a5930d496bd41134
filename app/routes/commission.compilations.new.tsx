import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { z } from 'zod'
import { recordCompilation } from '#app/commands/record-compilation.server.ts'
import { DeskTabs } from '#app/components/commission/desk-tabs.tsx'
import { CompilationEntries } from '#app/components/commission/compilation-entries.tsx'
import { CompilationFields } from '#app/components/commission/compilation-fields.tsx'
import { ConfirmDialog } from '#app/components/confirm-dialog.tsx'
import { checkBy } from '#app/components/form-check.ts'
import { PortalForm } from '#app/components/form.tsx'
import { PaperDownloads } from '#app/components/paper-downloads.tsx'
import { useLocale } from '#app/components/locale.tsx'
import { Notice } from '#app/components/notice.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { PrintButton } from '#app/components/print-button.tsx'
import { Section } from '#app/components/section.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { formOf } from '#app/http/form.server.ts'
import { runForm } from '#app/http/record-acts.server.ts'
import { refusal } from '#app/http/refusal.server.ts'
import { citation } from '#app/measures/oj-reference.ts'
import { recordCompilationInput } from '#app/measures/record-inputs.ts'
import { refuseDayBeforeCorrected, refuseDayToCome } from '#app/measures/refused-days.ts'
import { prepareCompilation } from '#app/queries/compilation.server.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, ({ t }) => t('commission.next'))

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const corrects = z.uuid().safeParse(new URL(request.url).searchParams.get('corrects'))
  const next = await prepareCompilation(context.deps, actor, corrects.data ?? null)
  if (!next.ok) throw refusal(next)
  return json({ ...next, key: randomUUID() })
}

export async function action({ context, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const form = await formOf(request)
  const refused = await runForm(
    form,
    recordCompilationInput,
    (input) => recordCompilation(context.deps, actor, input),
    ['entryIds'],
  )
  return refused ?? redirect(`/compilations/${String(form.get('key'))}`)
}

export default function NextCompilation() {
  const { corrects, last, recorded, rows, today, key } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  const { t } = useLocale()
  const [, setParams] = useSearchParams()
  /** The entries of what is corrected are chosen; what was typed stays. */
  const prepareFrom = (chosen: string) =>
    setParams(chosen === '' ? {} : { corrects: chosen }, {
      replace: true,
      preventScrollReset: true,
    })
  return (
    <Page>
      <PageHeader
        title={t('commission.title')}
        intro={
          <p>
            {last
              ? t(corrects ? 'commission.correct-intro' : 'commission.next-intro', {
                  reference: citation(last.ojReference, last.publishedOn),
                })
              : t('commission.next-intro-first')}
          </p>
        }
        actions={<PrintButton />}
      />
      <DeskTabs />
      <PaperDownloads address="/commission/compilations/new/text" />
      <PortalForm id="compilation" state={state ?? null} hidden={{ key }} className="compile">
        <Section title={t('commission.difference')} intro={t('commission.difference-intro')}>
          <CompilationEntries
            key={corrects ?? ''}
            rows={rows}
            hasLast={last !== null && corrects === null}
          />
        </Section>
        <Section title={t('commission.record-published')}>
          <Notice title={t('commission.nothing-published-here')}>
            <p>{t('commission.nothing-published-here-words')}</p>
          </Notice>
          <CompilationFields recorded={recorded} corrects={corrects} onCorrects={prepareFrom} />
          <div className="actions">
            <ConfirmDialog
              label={t('commission.record-compilation')}
              title={t('commission.compilation-dialog')}
              consequences={<p>{t('commission.compilation-consequences')}</p>}
              form="compilation"
              check={checkBy(recordCompilationInput, ['entryIds'], (input) => {
                const corrected = recorded.find(({ id }) => id === input.corrects)
                return (
                  refuseDayToCome(input.publishedOn, today, 'publishedOn') ??
                  (corrected
                    ? refuseDayBeforeCorrected(corrected.publishedOn, input.publishedOn)
                    : null)
                )
              })}
            />
          </div>
        </Section>
      </PortalForm>
    </Page>
  )
}
