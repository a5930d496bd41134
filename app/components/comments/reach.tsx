import { useState } from 'react'
import type { CommentsRoom } from '#app/queries/comments-room.server.ts'
import { reachKinds } from '#app/measures/comment-inputs.ts'
import { type DelegationCode, isDelegation } from '#app/measures/delegation-codes.ts'
import { RadioGroup } from '../choices.tsx'
import { DelegationChoice } from '../delegation-choice.tsx'
import { useField } from '../form.tsx'
import { useLocale } from '../locale.tsx'
import { StateChips } from '../state-chip.tsx'

type ReachKind = (typeof reachKinds)[number]

/** Who has a version, and who speaks: what a release from here can reach. */
export type ReachFacts = Pick<CommentsRoom, 'owner' | 'holders' | 'delegation'> & {
  /** Those who speak together, where several do: it reaches each of them. */
  signatories?: readonly DelegationCode[]
}

interface ReachFieldsProps {
  facts: ReachFacts
  label: string
  /** Whom it would reach as somebody chose it before. */
  suggested?: readonly DelegationCode[] | null
}

/** The choice of an audience, and below it, named one by one, whom it reaches. */
export function ReachFields({ facts, label, suggested }: ReachFieldsProps) {
  const { t, stateName } = useLocale()
  const isWhole = !suggested || facts.holders.every((code) => suggested.includes(code))
  const kind = useField('audience', false).entered ?? (isWhole ? 'version' : 'named')
  const named = useField('delegations', false).entered ?? (isWhole ? [] : suggested)
  const [whom, setWhom] = useState(() =>
    reachedBy(facts, kindNamed(kind), [named].flat().filter(isDelegation)),
  )
  const others = whom.filter((code) => code !== facts.delegation)
  const owner = stateName(facts.owner)
  const kinds = kindsFor(facts)
  return (
    <div
      className="reach"
      onChange={(event) => {
        const form = event.currentTarget.closest('form')
        if (form) setWhom(chosenIn(facts, new FormData(form)))
      }}
    >
      <RadioGroup
        name="audience"
        label={label}
        defaultValue={kindNamed(kind)}
        choices={kinds.map((value) => ({ value, label: t(`comments.reach.${value}`, { owner }) }))}
      />
      {kinds.includes('named') && (
        <div className="reach__named">
          <DelegationChoice
            name="delegations"
            label={t('comments.release-delegations')}
            hint={t('comments.release-delegations-hint', { owner })}
            codes={otherHolders(facts)}
            chosen={isWhole ? [] : suggested}
          />
        </div>
      )}
      <div className="reach__whom" aria-live="polite">
        <p>{t('comments.reaches', { count: others.length })}</p>
        <StateChips codes={others} />
      </div>
    </div>
  )
}

/** Whom the fields of a form as it is filled in reach, oneself left out. */
export function othersReached(facts: ReachFacts, form: FormData): DelegationCode[] {
  return chosenIn(facts, form).filter((code) => code !== facts.delegation)
}

function kindsFor(facts: ReachFacts): ReachKind[] {
  const { owner, holders, delegation } = facts
  const rest = otherHolders(facts)
  return reachKinds.filter((kind) => {
    switch (kind) {
      case 'version':
        return true
      case 'owner':
        return delegation !== owner && rest.length > 0
      case 'owner-commission':
        return holders.includes('COM') && delegation !== 'COM' && rest.length > 1
      case 'named':
        return rest.length > 1
    }
  })
}

/** Those who have the version besides the owner, who always sees it, and oneself. */
function otherHolders({ owner, holders, delegation }: ReachFacts): DelegationCode[] {
  return holders.filter((code) => code !== owner && code !== delegation)
}

function chosenIn(facts: ReachFacts, form: FormData): DelegationCode[] {
  const named = form.getAll('delegations').map(String).filter(isDelegation)
  return reachedBy(facts, kindNamed(form.get('audience')), named)
}

function kindNamed(text: unknown): ReachKind {
  return reachKinds.find((kind) => kind === text) ?? 'version'
}

function reachedBy(
  { owner, holders, signatories = [] }: ReachFacts,
  kind: ReachKind,
  named: readonly DelegationCode[],
): DelegationCode[] {
  const chosen = {
    version: holders,
    owner: [],
    'owner-commission': ['COM' as const],
    named,
  }[kind]
  return [...new Set([owner, ...chosen, ...signatories])]
}
