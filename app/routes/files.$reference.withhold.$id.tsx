import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Checkbox } from '#app/components/choices.tsx'
import { ConfirmDialog } from '#app/components/confirm-dialog.tsx'
import { TextArea, TextField } from '#app/components/field.tsx'
import { checkBy } from '#app/components/form-check.ts'
import { PortalForm } from '#app/components/form.tsx'
import { useLocale } from '#app/components/locale.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { Section } from '#app/components/section.tsx'
import { WhatIsWithheld, WithholdingState } from '#app/components/withhold/withholding-list.tsx'
import type { Actor } from '#app/access/actor.ts'
import type { Deps } from '#app/commands/deps.ts'
import { purge } from '#app/commands/purge.server.ts'
import { restoreWithheld } from '#app/commands/restore-withheld.server.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { checkForm, formOf } from '#app/http/form.server.ts'
import { requireId, requireReference } from '#app/http/reference.server.ts'
import { refusal, refusedForm } from '#app/http/refusal.server.ts'
import { referenceInAddress } from '#app/measures/measure.ts'
import { purgeInput, restoreInput } from '#app/measures/withholding-inputs.ts'
import { findOneWithholding } from '#app/queries/withholding.server.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, ({ t }) => t('withhold.is'))

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const place = [requireReference(params), requireId(params)] as const
  const found = await findOneWithholding(context.deps, actor, ...place)
  if (!found.ok) throw refusal(found)
  return json({ ...found, keys: { purge: randomUUID(), restore: randomUUID() } })
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const place = [requireReference(params), requireId(params)] as const
  const sent = await formOf(request)
  const act = sent.get('act') === 'purge' ? purgeSent : restoreSent
  const refused = await act(context.deps, actor, place, sent)
  return refused ?? redirect(`/files/${referenceInAddress(place[0])}/withhold`)
}

type Place = readonly [reference: string, id: string]

async function purgeSent(deps: Deps, actor: Actor, place: Place, sent: FormData) {
  const form = checkForm(sent, purgeInput)
  if (!form.ok) return form.response
  const done = await purge(deps, actor, ...place, form.input)
  return done.ok ? null : refusedForm(done, form.values)
}

async function restoreSent(deps: Deps, actor: Actor, place: Place, sent: FormData) {
  const form = checkForm(sent, restoreInput)
  if (!form.ok) return form.response
  const done = await restoreWithheld(deps, actor, ...place, form.input)
  return done.ok ? null : refusedForm(done, form.values)
}

export default function Withheld() {
  const { reference, title, withholding, mayEnd, keys } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t, dateTime, stateName } = useLocale()
  const path = `/files/${referenceInAddress(reference)}`
  const { ended } = withholding
  const stateOf = (act: string) => (refused?.values?.act === act ? refused : null)
  return (
    <Page width="narrow">
      <PageHeader
        title={t('withhold.of', { date: dateTime(withholding.at) })}
        reference={reference}
        crumbs={[
          { label: t('files.title'), to: '/files' },
          { label: reference, to: path },
          { label: t('withhold.title'), to: `${path}/withhold` },
        ]}
        shortTitle={t('withhold.is')}
        intro={
          <>
            <p>{title}</p>
            <p>{t('withhold.by', { who: withholding.by ?? stateName(withholding.delegation) })}</p>
            <p>
              <b>
                <WithholdingState withholding={withholding} />
              </b>
            </p>
          </>
        }
      />
      <Section title={t('withhold.what')}>
        <WhatIsWithheld withholding={withholding} />
        {ended?.by && <p>{t('withhold.ended-by', { who: ended.by })}</p>}
        {ended?.reason && (
          <p>
            {t('withhold.reason')}: {ended.reason}
          </p>
        )}
        {ended?.orderedBy && (
          <p>
            {t('withhold.ordered-by')}: {ended.orderedBy}
          </p>
        )}
      </Section>
      {mayEnd && (
        <>
          <Purging keyOfForm={keys.purge} state={stateOf('purge')} />
          <Section title={t('withhold.restore')} intro={t('withhold.restore-intro')}>
            <PortalForm
              id="restore"
              state={stateOf('restore')}
              hidden={{ act: 'restore', key: keys.restore }}
            >
              <TextArea name="reason" label={t('withhold.reason')} rows={2} />
              <div className="actions">
                <ConfirmDialog
                  label={t('withhold.restore')}
                  openerKind="secondary"
                  title={t('withhold.restore-title')}
                  consequences={<p>{t('withhold.restore-intro')}</p>}
                  form="restore"
                  check={checkBy(restoreInput)}
                />
              </div>
            </PortalForm>
          </Section>
        </>
      )}
    </Page>
  )
}

const checkPurge = checkBy(purgeInput)

function Purging({
  keyOfForm,
  state,
}: {
  keyOfForm: string
  state: ReturnType<typeof useActionData<typeof action>> | null
}) {
  const { t } = useLocale()
  const lost = (
    <>
      <p>{t('withhold.purge-intro')}</p>
      <p>{t('withhold.purge-lost')}</p>
      <p>{t('withhold.purge-left')}</p>
    </>
  )
  return (
    <Section title={t('withhold.purge')} intro={lost}>
      <PortalForm id="purge" state={state} hidden={{ act: 'purge', key: keyOfForm }}>
        <TextField
          name="orderedBy"
          label={t('withhold.ordered-by')}
          hint={t('withhold.ordered-by-hint')}
        />
        <TextArea
          name="reason"
          label={t('withhold.reason')}
          hint={t('withhold.reason-hint')}
          rows={3}
        />
        <Checkbox name="understood" value="on" label={t('withhold.understood')} />
        <div className="actions">
          <ConfirmDialog
            label={t('withhold.purge')}
            title={t('withhold.purge-title')}
            consequences={lost}
            form="purge"
            check={checkPurge}
          />
        </div>
      </PortalForm>
    </Section>
  )
}
