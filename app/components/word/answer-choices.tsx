import type { AnswerView } from '#app/queries/word-answers.server.ts'
import type { VersionKind } from '#app/measures/measure.ts'
import { CheckboxGroup } from '../choices.tsx'
import { conditionTones } from '../comments/condition-tones.ts'
import { usePlaceNames } from '../comments/place-name.ts'
import { useLocale } from '../locale.tsx'
import { StatusLabel } from '../status-label.tsx'
import { shortened, withEnds } from './stated-words.ts'

interface AnswerChoicesProps {
  answers: readonly AnswerView[]
  kind: VersionKind
}

/** What a Word document answers, each with its place and what it becomes, to be left out or not. */
export function AnswerChoices({ answers, kind }: AnswerChoicesProps) {
  const { t, date } = useLocale()
  const { nameOf } = usePlaceNames(kind)
  const labelOf = ({ kind: what, name, author, at }: AnswerView) => {
    const facts = {
      kind: t(`answers.kind.${what}`),
      place: name ? nameOf(name) : t('comments.place.whole'),
      author: author || t('answers.nobody'),
    }
    return at ? t('answers.label-dated', { ...facts, date: date(at) }) : t('answers.label', facts)
  }
  return (
    <CheckboxGroup
      name="chosen"
      label={t('answers.choose')}
      hint={t('answers.choose-hint')}
      // What nobody is named for may be the doing of a program.
      defaultValues={answers.filter((one) => one.kind !== 'untracked').map(({ source }) => source)}
      choices={answers.map((answer) => ({
        value: answer.source,
        label: labelOf(answer),
        hint: <AnswerWords answer={answer} />,
      }))}
    />
  )
}

/** Stands in a paragraph. */
function AnswerWords({ answer }: { answer: AnswerView }) {
  const { t } = useLocale()
  const { kind, quote, text, before, after, condition, isResolved } = answer
  return (
    <>
      <StatusLabel tone={conditionTones[condition]}>
        {t(`answers.condition.${condition}`)}
      </StatusLabel>{' '}
      {isResolved && <StatusLabel>{t('word.resolved')}</StatusLabel>}
      {quote && (kind === 'comment' || kind === 'in-comment') && (
        <span className="answer__line">{t('answers.on', { quote: shortened(quote) })}</span>
      )}
      {text && <span className="answer__line answer__said">{text}</span>}
      {kind !== 'comment' && (
        <span className="answer__line answer__said">
          {before && <del>{withEnds(before)}</del>} {after && <ins>{withEnds(after)}</ins>}
        </span>
      )}
      <Becomes answer={answer} />
    </>
  )
}

function Becomes({ answer: { kind, answers, isProposal, isInReply } }: { answer: AnswerView }) {
  const { t, stateName } = useLocale()
  const states = answers?.delegations.map(stateName).join(', ') ?? ''
  if (kind === 'in-comment') {
    const where = isInReply ? 'reply' : 'comment'
    return <span className="answer__line">{t('answers.in-comment', { where, states })}</span>
  }
  if (kind !== 'comment') {
    return (
      <span className="answer__line">
        {t(isProposal ? 'answers.as-proposal' : 'answers.in-words')}
      </span>
    )
  }
  if (!answers) return null
  return (
    <span className="answer__line">
      {states ? t('answers.reply-to', { states }) : t('answers.reply-within')}
    </span>
  )
}
