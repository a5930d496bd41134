import type { ProposalsPage } from '#app/queries/proposals.server.ts'
import { useLocale } from '../locale.tsx'
import { Section } from '../section.tsx'
import { StateChip } from '../state-chip.tsx'
import { useProposalNames } from './proposal-names.ts'
import { ProposedLines } from './proposed-lines.tsx'

/** Proposals that change the same, side by side with what they change. */
export function Collisions({ page }: { page: ProposalsPage }) {
  const { t } = useLocale()
  const nameOf = useProposalNames(page)
  if (page.collisions.length === 0) return null
  const { language } = page.version
  return (
    <Section id="collisions" title={t('proposals.collisions')}>
      <p className="soft">{t('proposals.collisions-about')}</p>
      {page.collisions.map(({ base, ids }, index) => (
        <section key={ids.join(' ')} aria-labelledby={`collision-${index}`}>
          <h3 id={`collision-${index}`}>{t('proposals.collision', { number: index + 1 })}</h3>
          <div className="side-by-side">
            <div className="side-by-side__one">
              <p className="proposal__title">{t('proposals.version-says')}</p>
              <blockquote className="quote quote--whole" lang={language}>
                {base}
              </blockquote>
            </div>
            {page.proposals
              .filter(({ comment }) => ids.includes(comment.id))
              .map((proposal) => (
                <div key={proposal.comment.id} className="side-by-side__one">
                  <p className="proposal__title">
                    <StateChip code={proposal.comment.delegation} />{' '}
                    <a href={`#proposal-${proposal.comment.id}`}>{nameOf(proposal).name}</a>
                  </p>
                  <ProposedLines lines={proposal.lines} lang={language} />
                </div>
              ))}
          </div>
        </section>
      ))}
    </Section>
  )
}
