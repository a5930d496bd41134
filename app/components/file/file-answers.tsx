import type { FilePage } from '#app/queries/file-page.server.ts'
import { inProtocolOrder } from '#app/measures/delegation-codes.ts'
import { useLocale } from '../locale.tsx'
import { Panel } from '../section.tsx'
import { StateChip } from '../state-chip.tsx'

/** Who said where they stand on the newest version. Nobody's silence is counted. */
export function FileAnswers({ answers }: { answers: FilePage['file']['answers'] }) {
  const { t } = useLocale()
  const order = inProtocolOrder(answers.map(({ delegation }) => delegation))
  return (
    <Panel title={t('file.answers')}>
      {answers.length === 0 ? (
        <p>{t('file.answers.none')}</p>
      ) : (
        <ul className="plain-list">
          {order.map((code) => (
            <li key={code}>
              <StateChip code={code} />{' '}
              {answers
                .filter(({ delegation }) => delegation === code)
                .map(({ stance }) => t(`terms.stance.${stance}`))
                .at(-1)}
            </li>
          ))}
        </ul>
      )}
      <p className="side-note">{t('file.answers.silence')}</p>
    </Panel>
  )
}
