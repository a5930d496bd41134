import { Link } from '@remix-run/react'
import { useId } from 'react'
import { referenceInAddress } from '#app/measures/measure.ts'
import type { ProposalsPage, ProposalView } from '#app/queries/proposals.server.ts'
import { DisclosedForm } from '../comments/disclosure.tsx'
import { TextArea } from '../field.tsx'
import { useLocale } from '../locale.tsx'
import { StateChip } from '../state-chip.tsx'
import { StatusLabel } from '../status-label.tsx'
import type { NameProposal } from './proposal-names.ts'
import { ProposedLines } from './proposed-lines.tsx'

interface ProposalItemProps {
  page: ProposalsPage
  proposal: ProposalView
  namesOf: NameProposal
  /** Null where it cannot be one of several that are taken up. */
  choice: { isChosen: boolean; choose: (isChosen: boolean) => void } | null
}

/** Whose it is, what it changes, how it stands in the draft, and what the owner can make of it. */
export function ProposalItem({ page, proposal, namesOf, choice }: ProposalItemProps) {
  const { t, stateName, list } = useLocale()
  const id = useId()
  const { comment, collidesWith } = proposal
  const path = `/files/${referenceInAddress(page.reference)}`
  const code = comment.delegation
  const called = { code, state: stateName(code), place: namesOf(proposal).place }
  const others = page.proposals.filter((other) => collidesWith.includes(other.comment.id))
  const names = others.map((other) => namesOf(other).name)
  return (
    <li id={`proposal-${comment.id}`} className="proposals__item">
      <article aria-labelledby={id}>
        <h2 id={id} className="proposals__name">
          <StateChip code={comment.delegation} /> {t('proposals.of', called)}
        </h2>
        {choice && (
          <p className="choice">
            <input
              type="checkbox"
              id={`${id}c`}
              checked={choice.isChosen}
              onChange={(event) => choice.choose(event.target.checked)}
            />
            <label htmlFor={`${id}c`}>{t('proposals.choose', called)}</label>
          </p>
        )}
        <p>
          <StateOfProposal page={page} proposal={proposal} />
        </p>
        <div className="proposal">
          <p className="proposal__title">{t(`proposals.kind.${proposal.kind}`)}</p>
          <ProposedLines lines={proposal.lines} lang={page.version.language} />
        </div>
        {comment.body && <p className="comment__body">{comment.body}</p>}
        {names.length > 0 && <p>{t('proposals.collides', { which: list(names) })}</p>}
        <div className="acts">
          <Link to={`${path}/versions/${page.version.number}#comment-${comment.id}`}>
            {t('proposals.to-comment')}
          </Link>
          {comment.may.takeUp && (
            <Link to={`${path}/proposals/${comment.id}`}>{t('proposals.settle')}</Link>
          )}
          {comment.may.reply && comment.reply?.outcome !== 'taken-up' && (
            <DisclosedForm
              act="reply"
              label={t('proposals.decline')}
              save={t('proposals.decline-save')}
              firstKey={comment.replyKey}
              hidden={{ comment: comment.id, outcome: 'not' }}
            >
              <TextArea name="reason" label={t('comments.answer-reason')} rows={2} />
            </DisclosedForm>
          )}
        </div>
      </article>
    </li>
  )
}

const tones = {
  clean: 'good',
  merges: 'attention',
  conflicts: 'bad',
  there: 'neutral',
  gone: 'ended',
} as const

function StateOfProposal({
  page: { version },
  proposal: { comment, state, takenUp },
}: Pick<ProposalItemProps, 'page' | 'proposal'>) {
  const { t } = useLocale()
  if (comment.takenUp) {
    return (
      <>
        <StatusLabel tone="good">{t('proposals.taken-up')}</StatusLabel>{' '}
        {takenUp && t(`proposals.taken-up-${takenUp}`, { number: version.number })}
      </>
    )
  }
  // Whether it could still come in asks nobody who has been told that it did.
  const isSettled = comment.reply?.outcome === 'taken-up' && state !== 'there'
  return (
    <>
      {comment.reply && (
        <StatusLabel tone="neutral">{t(`terms.outcome.${comment.reply.outcome}`)}</StatusLabel>
      )}{' '}
      {comment.reply?.outcome === 'taken-up' && t('proposals.taken-up-in-words')}{' '}
      {state && !isSettled && (
        <StatusLabel tone={tones[state]}>{t(`proposals.state.${state}`)}</StatusLabel>
      )}
    </>
  )
}
