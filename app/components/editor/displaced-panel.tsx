import type { Command, EditorState } from 'prosemirror-state'
import { useMemo, useState } from 'react'
import { Button } from '#app/components/button.tsx'
import { useLocale } from '#app/components/locale.tsx'
import { Panel } from '#app/components/section.tsx'
import { elementName } from '#app/components/text/element-name.ts'
import type { Displaced, LostWords, StrandedWords, StruckWords } from '#app/queries/lost-words.ts'
import type { Content } from '#app/text/content.ts'
import type { DoubledWords } from '#app/text/doubled-words.ts'
import { elementsOf } from '#app/text/elements.ts'
import {
  elementAtCaret,
  keepAsTheyStand,
  leaveLost,
  putWhereTheyBelong,
  removeCopy,
  restoreWords,
} from './restoring.ts'
import { keyOf, type DisplacedWords } from './use-displaced.ts'

interface DisplacedPanelProps {
  displaced: Displaced
  content: Content | null
  /** The state after an act; null where nothing came of it. */
  act: (command: Command) => EditorState | null
  /** Tells that something was put right. */
  settle: (key: string) => void
  show: (words: DoubledWords) => void
}

/** What two who wrote at the same moment did to each other's words, to be put right by one act each. */
export function DisplacedPanel({ displaced, content, act, settle, show }: DisplacedPanelProps) {
  const { lost, doubled, stranded, struck } = displaced
  const locale = useLocale()
  const { t } = locale
  const [done, setDone] = useState<string | null>(null)
  const carryOut = (one: DisplacedWords, command: Command) => {
    const after = act(command)
    if (after) settle(keyOf(one))
    return after
  }
  const restore = (one: LostWords) => {
    const after = carryOut(one, restoreWords(one))
    const element = after && elementAtCaret(after)
    if (element) setDone(t('editor.lost-words-restored', { place: elementName(locale, element) }))
  }
  const putBack = (one: StrandedWords) => {
    const after = carryOut(one, putWhereTheyBelong(one))
    if (after && one.replaces) settle(keyOf(one.replaces))
    const element = after && elementAtCaret(after)
    if (element) setDone(t('editor.stranded-put-done', { place: elementName(locale, element) }))
  }
  const remove = (one: DoubledWords) => {
    if (carryOut(one, removeCopy(one))) setDone(t('editor.doubled-removed'))
  }
  const strike = (one: StruckWords) => {
    if (carryOut(one, removeCopy(one))) setDone(t('editor.struck-removed'))
  }
  const keep = (one: Exclude<DisplacedWords, LostWords>) => {
    if (carryOut(one, keepAsTheyStand(one))) setDone(t('editor.displaced-kept'))
  }
  const leave = (one: LostWords) => {
    act(leaveLost(one))
    settle(keyOf(one))
    setDone(t('editor.lost-words-left'))
  }
  return (
    <output>
      {done !== null && <p>{done}</p>}
      {lost.length > 0 && (
        <Panel title={t('editor.lost-words')}>
          <p>{t('editor.lost-words-hint')}</p>
          <ul className="plain-list">
            {lost.map((one) => (
              <li key={one.key}>
                <p>
                  <q>{one.words}</q> {t('editor.lost-words-by', { name: one.by })}
                </p>
                <WhatHappened one={one} content={content} />
                <Button kind="quiet" type="button" onClick={() => restore(one)}>
                  {t(one.moved ? 'editor.lost-words-into-line' : 'editor.lost-words-restore')}
                </Button>
                <Button kind="quiet" type="button" onClick={() => leave(one)}>
                  {t('editor.lost-words-leave')}
                </Button>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {stranded.length > 0 && (
        <Panel title={t('editor.stranded')}>
          <p>{t('editor.stranded-hint')}</p>
          <ul className="plain-list">
            {stranded.map((one) => (
              <li key={one.key}>
                <p>
                  <q>{one.words}</q> {t('editor.lost-words-by', { name: one.by })}
                </p>
                <WhereTheyStand one={one} content={content} />
                <Button kind="quiet" type="button" onClick={() => putBack(one)}>
                  {t('editor.stranded-put')}
                </Button>
                <Keep onClick={() => keep(one)} />
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {struck.length > 0 && (
        <Panel title={t('editor.struck')}>
          <p>{t('editor.struck-hint')}</p>
          <ul className="plain-list">
            {struck.map((one) => (
              <li key={one.key}>
                <p>
                  <q>{one.words}</q> {t('editor.struck-by', { name: one.by })}
                </p>
                <Button kind="quiet" type="button" onClick={() => strike(one)}>
                  {t('editor.struck-remove')}
                </Button>
                <Keep onClick={() => keep(one)} />
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {doubled.length > 0 && (
        <Panel title={t('editor.doubled')}>
          <p>{t('editor.doubled-hint')}</p>
          <ul className="plain-list">
            {doubled.map((one) => (
              <li key={keyOf(one)}>
                <p>
                  <q>{one.words}</q>
                </p>
                {one.isChanged && (
                  <p>{t(one.canGo ? 'editor.doubled-changed' : 'editor.doubled-by-hand')}</p>
                )}
                {one.canGo ? (
                  <Button kind="quiet" type="button" onClick={() => remove(one)}>
                    {t('editor.doubled-remove')}
                  </Button>
                ) : (
                  <Button kind="quiet" type="button" onClick={() => show(one)}>
                    {t('editor.doubled-show')}
                  </Button>
                )}
                <Keep onClick={() => keep(one)} />
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </output>
  )
}

function Keep({ onClick }: { onClick: () => void }) {
  const { t } = useLocale()
  return (
    <Button kind="quiet" type="button" onClick={onClick}>
      {t('editor.displaced-keep')}
    </Button>
  )
}

/** What became of the line that words were written in, and where it is now. */
function WhatHappened({ one: { moved }, content }: { one: LostWords; content: Content | null }) {
  const locale = useLocale()
  const { t } = locale
  const line = useMemo(
    () => content && moved && elementsOf(content).find(({ id }) => id === moved.elementId),
    [content, moved],
  )
  if (!moved) return <p>{t('editor.lost-words-removed')}</p>
  return line && <p>{t('editor.lost-words-moved', { place: elementName(locale, line) })}</p>
}

function WhereTheyStand({ one, content }: { one: StrandedWords; content: Content | null }) {
  const locale = useLocale()
  const elements = useMemo(() => (content ? elementsOf(content) : []), [content])
  const [here, there] = [one.elementId, one.belongs.elementId].map((id) =>
    elements.find((element) => element.id === id),
  )
  if (!here || !there) return null
  const names = { here: elementName(locale, here), there: elementName(locale, there) }
  return <p>{locale.t('editor.stranded-places', names)}</p>
}
