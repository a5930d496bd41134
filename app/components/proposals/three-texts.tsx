import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import { attributeWords, settingWords } from '#app/paper/attribute-words.ts'
import type { ProposalToSettle } from '#app/queries/proposals.server.ts'
import { type AttributeChange, comparedAttribute } from '#app/text/attribute-changes.ts'
import type { ContentAttribute } from '#app/text/content.ts'
import { framedSlice } from '#app/text/framed-slice.ts'
import type { Merged } from '#app/text/merge-words.ts'
import { type ProposedSetting, proposedLines } from '#app/text/proposed-lines.ts'
import type { Frame, Slice } from '#app/text/slice.ts'
import { useLocale } from '../locale.tsx'
import { StatusLabel } from '../status-label.tsx'
import { FrozenText } from '../text/frozen-text.tsx'
import { ProposedRuns } from './proposed-lines.tsx'

interface ThreeTextsProps extends Pick<ProposalToSettle, 'frame' | 'label'> {
  /** The version that it was proposed on. */
  version: Pick<ProposalToSettle['room']['version'], 'number' | 'language'>
  delegation: DelegationCode
  now: NonNullable<ProposalToSettle['now']>
}

/** The base, the proposal and the draft, and the three laid over each other. */
export function ThreeTexts({ frame, label, version, delegation, now }: ThreeTextsProps) {
  const { t, stateName } = useLocale()
  if (!frame) return null
  const shared = { frame, label, lang: version.language }
  const { conflicts } = now.merged
  return (
    <>
      <p>
        <StatusLabel tone={now.state === 'conflicts' ? 'bad' : 'neutral'}>
          {t(`proposals.state.${now.state}`)}
        </StatusLabel>{' '}
        {conflicts > 0 && t('proposals.settle-conflicts', { count: conflicts })}
      </p>
      <div className="side-by-side">
        <OneText
          {...shared}
          name="base"
          title={t('proposals.settle-base', { number: version.number })}
          slice={now.base}
        />
        <OneText
          {...shared}
          name="proposed"
          title={t('proposals.settle-proposed', { state: stateName(delegation) })}
          slice={now.proposed}
        />
        <OneText {...shared} name="now" title={t('proposals.settle-now')} slice={now.now} />
      </div>
      <h3>{t('proposals.settle-merged')}</h3>
      <ol className="merged-lines" lang={version.language}>
        {now.merged.lines.map(({ id, parts }, index) => (
          <li key={`${id} ${index}`}>
            {parts.map((part, at) => (
              <MergedWords key={`${at} ${part.now}`} part={part} delegation={delegation} />
            ))}
          </li>
        ))}
      </ol>
      <MergedSettings now={now} delegation={delegation} />
    </>
  )
}

/** Code, scope, logic and the like, with who sets them; and what both set, not alike. */
function MergedSettings({ now, delegation }: Pick<ThreeTextsProps, 'now' | 'delegation'>) {
  const words = useLocale()
  const { t, stateName } = words
  const { base, merged } = now
  const who = { code: delegation, state: stateName(delegation) }
  const said = (name: AttributeChange['name'], value: ContentAttribute) =>
    attributeWords(words, name, value === null || value === false ? null : String(value))
  // What both set is told once, with what each of them set.
  const isOfBoth = (setting: ProposedSetting) =>
    merged.settings.some(({ id, name }) => id === setting.elementId && name === setting.name)
  return (
    <>
      {(['now', 'proposed'] as const).flatMap((by) =>
        proposedLines({ ...wholeElement, before: base, after: now[by] })
          .flatMap(({ settings }) => settings)
          .filter((setting) => !isOfBoth(setting))
          .map((setting, index) => (
            <p key={`${by} ${index} ${setting.name}`}>
              {settingWords(words, setting)}{' '}
              <small className="merged-by">({t(`proposals.settle-by.${by}`, who)})</small>
            </p>
          )),
      )}
      {merged.settings.map(({ id, name, now, proposed }) => {
        const known = comparedAttribute(name)
        return (
          <p key={`${id} ${name}`}>
            {t('proposals.settle-setting', {
              name: known ? t(`compare.attribute.${known}`) : name,
              now: known ? said(known, now) : String(now ?? t('proposals.settle-nothing')),
              proposed: known
                ? said(known, proposed)
                : String(proposed ?? t('proposals.settle-nothing')),
            })}
          </p>
        )
      })}
    </>
  )
}

/** Both sides of one element, whatever it is. */
const wholeElement = { kind: 'replace', elementId: '', from: 0, to: 0 } as const

interface OneTextProps {
  name: string
  title: string
  slice: Slice
  frame: Frame
  label: string
  lang: string
}

function OneText({ name, title, slice, frame, label, lang }: OneTextProps) {
  const { t } = useLocale()
  return (
    <section className="side-by-side__one" aria-labelledby={`text-${name}`}>
      <h3 id={`text-${name}`} className="proposal__title">
        {title}
      </h3>
      {slice.length === 0 ? (
        <p className="soft">{t('proposals.settle-nothing')}</p>
      ) : (
        <FrozenText
          content={framedSlice(slice, frame, label)}
          lang={lang}
          hasHeadings={false}
          pointsAround={frame.depth}
          headingLevel={3}
          anchorPrefix={`${name}-`}
        />
      )}
    </section>
  )
}

/** Words with who changed them; at a conflict all three, in words and not in colour alone. */
function MergedWords({ part, delegation }: { part: Merged<string>; delegation: DelegationCode }) {
  const { t, locale, stateName } = useLocale()
  const { kind, by, base, now, proposed } = part
  if (kind === 'same') return base
  const said = (key: 'base' | 'now' | 'proposed', words: string) => (
    <span>
      {t(`proposals.settle-conflict-${key}`, { words: words || t('proposals.settle-nothing') })}
    </span>
  )
  if (kind === 'conflict') {
    return (
      <span className="merged-conflict" lang={locale}>
        <b>{t('proposals.settle-conflict')}</b> {said('base', base)}; {said('now', now)};{' '}
        {said('proposed', proposed)}
      </span>
    )
  }
  const to = by === 'proposed' ? proposed : now
  const who = { code: delegation, state: stateName(delegation) }
  return (
    <>
      <ProposedRuns
        runs={[
          ...(base === '' ? [] : [{ kind: 'removed' as const, text: base }]),
          ...(to === '' ? [] : [{ kind: 'added' as const, text: to }]),
        ]}
      />
      <small className="merged-by" lang={locale}>
        {' '}
        ({t(`proposals.settle-by.${by ?? 'both'}`, who)})
      </small>
    </>
  )
}
