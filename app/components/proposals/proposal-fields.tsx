import { useState } from 'react'
import { changeOf, type Proposal, type ProposalKind } from '#app/measures/proposal.ts'
import { Checkbox, RadioGroup } from '../choices.tsx'
import { TextArea } from '../field.tsx'
import { useLocale } from '../locale.tsx'
import { emptyLike, type ProposalTarget } from './proposal-target.ts'
import { SliceField } from './slice-field.tsx'

const kinds = ['none', 'replace', 'insert-after', 'delete'] as const

interface ProposalFieldsProps {
  target: ProposalTarget | null
  language: string
  /** What is proposed already, in a revision. */
  said?: { proposedWording: string | null; proposal: Proposal | null }
}

/** What a comment proposes: other words for words, or something else in the place of a part of the text. */
export function ProposalFields({ target, language, said }: ProposalFieldsProps) {
  const { t } = useLocale()
  const [kind, setKind] = useState(kindIn(said))
  if (!target) return <WordingField said={said} />
  if (target.isOverLines) {
    return (
      <>
        <p className="soft">{t('proposals.over-lines')}</p>
        {said?.proposedWording && <WordingField said={said} />}
      </>
    )
  }
  if (target.isOfWords) {
    return (
      <>
        <WordingField said={said} />
        <Checkbox
          name="change"
          value="delete"
          label={t('proposals.take-words-out')}
          isChecked={kind === 'delete'}
        />
      </>
    )
  }
  return (
    <div
      className="proposal-fields"
      onChange={({ target }) => {
        if (target instanceof HTMLInputElement && target.name === 'change') {
          setKind(kinds.find((known) => known === target.value) ?? 'none')
        }
      }}
    >
      <RadioGroup
        name="change"
        label={t('proposals.what')}
        isOptional
        defaultValue={kind}
        choices={kinds.map((value) => ({
          value,
          label: t(`proposals.make.${value}`),
        }))}
      />
      {(kind === 'replace' || kind === 'insert-after') && (
        <SliceField
          key={kind}
          title={t(`proposals.write.${kind}`)}
          name="slice"
          slice={sliceToWrite(kind, target, said?.proposal ?? null)}
          frame={target.frame}
          label={kind === 'replace' ? target.label : ''}
          language={language}
        />
      )}
    </div>
  )
}

function WordingField({ said }: Pick<ProposalFieldsProps, 'said'>) {
  const { t } = useLocale()
  return (
    <TextArea
      name="proposedWording"
      label={t('comments.wording')}
      hint={t('comments.wording-hint')}
      rows={2}
      isOptional
      defaultValue={said?.proposedWording ?? ''}
    />
  )
}

function kindIn(said: ProposalFieldsProps['said']): ProposalKind | 'none' {
  if (!said?.proposal) return said?.proposedWording ? 'words' : 'none'
  const { kind, after } = said.proposal
  return kind === 'words' && after === '[]' ? 'delete' : kind
}

function sliceToWrite(
  kind: 'replace' | 'insert-after',
  target: ProposalTarget,
  proposal: Proposal | null,
) {
  if (proposal?.kind === kind) return changeOf(proposal).after
  return kind === 'replace' ? [target.node] : [emptyLike(target)]
}
