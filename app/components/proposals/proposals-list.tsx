import { useState } from 'react'
import type { ProposalsPage, ProposalView } from '#app/queries/proposals.server.ts'
import { ActDialog } from '../comments/act-dialog.tsx'
import { TextArea } from '../field.tsx'
import { KeptFocus } from '../kept-focus.tsx'
import { useLocale } from '../locale.tsx'
import { ProposalItem } from './proposal-item.tsx'
import { type NameProposal, useProposalNames } from './proposal-names.ts'

/** Every proposal on a version in the order of its text; the owner chooses some and takes them up in one act. */
export function ProposalsList({ page }: { page: ProposalsPage }) {
  const [chosenIds, setChosen] = useState<readonly string[]>([])
  const namesOf = useProposalNames(page)
  const chosen = page.proposals.filter(
    (one) => isChoosable(one) && chosenIds.includes(one.comment.id),
  )
  return (
    <KeptFocus otherwise="content">
      <ol className="proposals">
        {page.proposals.map((proposal) => {
          const { id } = proposal.comment
          return (
            <ProposalItem
              key={id}
              page={page}
              proposal={proposal}
              namesOf={namesOf}
              choice={
                isChoosable(proposal)
                  ? {
                      isChosen: chosenIds.includes(id),
                      choose: (isChosen) =>
                        setChosen((ids) =>
                          isChosen ? [...ids, id] : ids.filter((other) => other !== id),
                        ),
                    }
                  : null
              }
            />
          )
        })}
      </ol>
      {page.mayTakeUp && <TakeUpChosen chosen={chosen} namesOf={namesOf} />}
    </KeptFocus>
  )
}

/** Only what stands in the draft as it was proposed on, and is not settled, can be taken up unseen. */
function isChoosable({ comment, state, isSettled }: ProposalView): boolean {
  return comment.may.takeUp && state === 'clean' && !isSettled
}

interface TakeUpChosenProps {
  chosen: readonly ProposalView[]
  namesOf: NameProposal
}

function TakeUpChosen({ chosen, namesOf }: TakeUpChosenProps) {
  const { t, list } = useLocale()
  const nameOf = (proposal: ProposalView) => namesOf(proposal).name
  const ids = new Set(chosen.map(({ comment }) => comment.id))
  const colliding = chosen.filter(({ collidesWith }) => collidesWith.some((id) => ids.has(id)))
  const collision =
    colliding.length > 0 && t('proposals.chosen-collide', { which: list(colliding.map(nameOf)) })
  return (
    <div className="proposals__act" tabIndex={-1}>
      <output>
        {t('proposals.chosen', { count: chosen.length })}
        {collision && `. ${collision}`}
      </output>
      {chosen.length > 0 && !collision && (
        <ActDialog
          act="take-up-several"
          label={t('proposals.take-up-chosen')}
          openerKind="primary"
          title={t('proposals.take-up-chosen-title')}
          confirm={t('proposals.take-up-chosen-confirm')}
        >
          <ul>
            {chosen.map((proposal) => (
              <li key={proposal.comment.id}>
                <input type="hidden" name="comments" value={proposal.comment.id} />
                {nameOf(proposal)}
              </li>
            ))}
          </ul>
          <TextArea name="reason" label={t('comments.answer-reason')} isOptional rows={2} />
          <p>{t('proposals.take-up-chosen-about')}</p>
        </ActDialog>
      )}
    </div>
  )
}
