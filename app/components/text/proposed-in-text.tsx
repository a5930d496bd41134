import { useContext, type ReactNode } from 'react'
import { useLocale } from '#app/components/locale.tsx'
import { ProposedLines } from '../proposals/proposed-lines.tsx'
import { StateChip } from '../state-chip.tsx'
import { ProposalsContext, type ProposalInText, type ProposedSpan } from './proposals-in-text.ts'
import { useTextView } from './view.ts'

interface ProposedWordsProps {
  spans: readonly ProposedSpan[]
  /** Where the words begin and end in the plain text. */
  from: number
  to: number
  children: ReactNode
}

/** Words that somebody proposes to replace: struck, and behind the last of them what they propose. */
export function ProposedWords({ spans, from, to, children }: ProposedWordsProps) {
  const { t, stateName, locale } = useLocale()
  const beginning = spans.filter((span) => span.from === from)
  const ending = spans.filter((span) => span.to === to)
  return (
    <>
      {beginning.map(({ proposal }) => (
        <span key={proposal.id} className="heard" data-added="" lang={locale}>
          {t('proposals.in-text-out', { state: stateName(proposal.delegation) })}{' '}
        </span>
      ))}
      <del className="proposed-removed">{children}</del>
      {ending.map(({ proposal }) => (
        <InsteadOf key={proposal.id} proposal={proposal} />
      ))}
    </>
  )
}

function InsteadOf({ proposal: { delegation, words } }: { proposal: ProposalInText }) {
  const { t, stateName, locale } = useLocale()
  return (
    <span className="proposed-instead" data-added="">
      <span className="heard" lang={locale}>
        {t('proposals.heard.end')}{' '}
        {words !== '' && t('proposals.in-text', { state: stateName(delegation) })}{' '}
      </span>
      {words !== '' && <ins className="proposed-added">{words}</ins>}
      <span aria-hidden="true">
        <StateChip code={delegation} />
      </span>
    </span>
  )
}

/** What is proposed for a whole element, below it. */
export function ProposedOfElement({ id }: { id: string }) {
  const { t, stateName, locale } = useLocale()
  const { language } = useTextView()
  const { ofElement } = useContext(ProposalsContext)
  return (ofElement.get(id) ?? []).map(({ id, delegation, kind, lines }) => (
    <span key={id} className="proposed-block" data-added="">
      <span lang={locale}>
        <StateChip code={delegation} />{' '}
        <span className="heard">{t('proposals.in-text', { state: stateName(delegation) })} </span>
        {t(`proposals.kind.${kind}`)}
      </span>
      <ProposedLines lines={lines} lang={language} />
    </span>
  ))
}
