import { settingWords } from '#app/paper/attribute-words.ts'
import type { ProposedLine, ProposedSetting } from '#app/text/proposed-lines.ts'
import type { Run } from '#app/text/redline-words.ts'
import { useLocale } from '../locale.tsx'

/** Lines with the words that a proposal takes out and puts in: struck, underlined, and said; and what it sets. */
export function ProposedLines({ lines, lang }: { lines: readonly ProposedLine[]; lang: string }) {
  return (
    <span className="proposed-lines" lang={lang}>
      {lines.map(({ id, runs, settings }, index) => (
        <span key={`${id} ${index}`} className="proposed-lines__line">
          <ProposedRuns runs={runs} />
          <ProposedSettings settings={settings} />
        </span>
      ))}
    </span>
  )
}

/** Not by looks alone: what it was and what it is to be stand on either side of an arrow. */
export function ProposedSettings({ settings }: { settings: readonly ProposedSetting[] }) {
  const words = useLocale()
  return settings.map((setting, index) => (
    <span key={`${index} ${setting.name}`} className="proposed-lines__setting" lang={words.locale}>
      {settingWords(words, setting)}
    </span>
  ))
}

export function ProposedRuns({ runs }: { runs: readonly Run[] }) {
  return runs.map((run, index) => <ProposedRun key={`${index} ${run.text}`} run={run} />)
}

function ProposedRun({ run: { kind, text } }: { run: Run }) {
  const { t, locale } = useLocale()
  if (kind === 'same') return text
  const Tag = kind === 'added' ? 'ins' : 'del'
  return (
    <>
      <span className="heard" lang={locale}>
        {t(`proposals.heard.${kind}`)}{' '}
      </span>
      <Tag className={`proposed-${kind}`}>{text}</Tag>
      <span className="heard" lang={locale}>
        {' '}
        {t('proposals.heard.end')}{' '}
      </span>
    </>
  )
}
