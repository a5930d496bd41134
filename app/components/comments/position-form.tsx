import { uuidv4 } from 'lib0/random'
import { useState } from 'react'
import { stances } from '#app/measures/comment.ts'
import { statePositionInput } from '#app/measures/comment-inputs.ts'
import { intentionsOf, refuseStand } from '#app/measures/position.ts'
import type { PositionsPage } from '#app/queries/positions-page.server.ts'
import { CheckboxGroup, RadioGroup } from '../choices.tsx'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { Select, TextArea } from '../field.tsx'
import { checkBy } from '../form-check.ts'
import type { FormState } from '../form-state.ts'
import { PortalForm } from '../form.tsx'
import { useLocale } from '../locale.tsx'
import { StateChips } from '../state-chip.tsx'
import { othersReached, ReachFields } from './reach.tsx'

interface PositionFormProps {
  page: PositionsPage
  state: FormState | null
}

/** A delegation says where it stands. It goes out at once, so it is asked once more. */
export function PositionForm({ page, state }: PositionFormProps) {
  const { t } = useLocale()
  const key = usePositionKey(page, state)
  const intentions = intentionsOf(page.delegation)
  return (
    <PortalForm
      key={key}
      id="position"
      state={state}
      hidden={{ key, version: page.version.number }}
    >
      <Select
        name="entry"
        label={t('positions.on')}
        options={[
          { value: '', label: t('positions.on-whole') },
          ...page.entries.map(({ code, heading }) => ({
            value: code,
            label: heading
              ? t('positions.on-entry', { code, heading: heading.slice(0, 80) })
              : code,
          })),
        ]}
      />
      <RadioGroup
        name="stance"
        label={t('positions.stance')}
        choices={stances.map((value) => ({
          value,
          label: t(`terms.stance.${value}`),
          hint: value === 'concern' ? t('positions.concern-hint') : undefined,
        }))}
      />
      <TextArea name="reasons" label={t('positions.reasons')} hint={t('positions.reasons-hint')} />
      {intentions.length > 0 && (
        <CheckboxGroup
          name="intentions"
          label={t('positions.intentions')}
          isOptional
          choices={intentions.map((value) => ({ value, label: t(`terms.intention.${value}`) }))}
        />
      )}
      <ReachFields facts={page} label={t('comments.release-whom')} />
      <div className="actions">
        <ConfirmDialog
          label={t('positions.send')}
          title={t('positions.send-title')}
          consequences={(filled) => <Stated page={page} filled={filled} />}
          confirm={t('positions.send-confirm')}
          form="position"
          check={checkBy(statePositionInput, ['delegations', 'intentions'], (stand) =>
            refuseStand(page.delegation, stand),
          )}
        />
      </div>
    </PortalForm>
  )
}

/** The position as it would be stated, whom it reaches, and what follows. */
function Stated({ page, filled }: { page: PositionsPage; filled: FormData }) {
  const { t } = useLocale()
  const entry = String(filled.get('entry') ?? '')
  const reasons = String(filled.get('reasons') ?? '').trim()
  const stance = stances.find((one) => one === filled.get('stance'))
  const chosen = filled.getAll('intentions')
  const intentions = intentionsOf(page.delegation).filter((one) => chosen.includes(one))
  const others = othersReached(page, filled)
  return (
    <>
      <p>
        <b>{entry || t('positions.on-whole')}:</b> {stance && t(`terms.stance.${stance}`)}
      </p>
      {reasons && <p className="excerpt">{reasons}</p>}
      {intentions.length > 0 && (
        <ul>
          {intentions.map((one) => (
            <li key={one}>{t(`terms.intention.${one}`)}</li>
          ))}
        </ul>
      )}
      <p>{t('comments.reaches', { count: others.length })}</p>
      <StateChips codes={others} />
      <p>{t('positions.send-consequences')}</p>
    </>
  )
}

/**
 * Kept while the page is asked again and again, so that a position sent twice is one; a new one, and
 * an empty form, once it has become a position. A new one too when the server has recorded another
 * position under it: what was entered comes back, and is sent as a position of its own.
 */
function usePositionKey(
  { key: next, standings, delegation }: PositionsPage,
  state: FormState | null,
): string {
  const [key, setKey] = useState<string>(next)
  const [heard, setHeard] = useState(state)
  if (state !== heard) {
    setHeard(state)
    if (state?.refusal === 'refusals.sent-before') setKey(uuidv4())
  }
  const own = standings.find((standing) => standing.delegation === delegation)
  const stated = [own?.whole, ...Object.values(own?.byEntry ?? {})]
  if (key !== next && stated.some((standing) => standing?.id === key)) setKey(next)
  return key
}
