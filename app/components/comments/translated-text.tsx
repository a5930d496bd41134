import { type ReactNode, useCallback, useMemo } from 'react'
import type { ShownTranslation } from '#app/queries/translations.server.ts'
import { type Content, type ContentNode, idOf, sectionOf } from '#app/text/content.ts'
import { elementsOf, type TextElement } from '#app/text/elements.ts'
import { useLanguageNames } from '../file/language-field.tsx'
import { useLocale } from '../locale.tsx'
import { FrozenText, inParts, PartText, useViewOf } from '../text/frozen-text.tsx'
import type { ThreadMark } from '../text/marks.ts'
import { noProposals, ProposalsContext } from '../text/proposals-in-text.ts'
import type { Choice } from '../text/selection.ts'
import { TextViewContext, type TextView } from '../text/view.ts'

interface TranslatedProps {
  /** The original. */
  content: Content
  lang: string
  marks: readonly ThreadMark[]
  activeThread: string | null
  nameOf: (element: TextElement) => string
  onSelect: (choice: Choice | null) => void
  onComment?: (element: TextElement) => void
  translation: ShownTranslation
}

/** The courtesy translation by itself: threads and comments are on the elements that it aligns to. */
export function TranslatedText(props: TranslatedProps) {
  const { translation, marks, activeThread, nameOf } = props
  const onComment = useCommentOnOriginal(props)
  const onElements = useMemo(() => marks.map(onElement), [marks])
  return (
    <div data-translation>
      <FrozenText
        content={translation.content}
        lang={translation.language}
        marks={onElements}
        activeThread={activeThread}
        nameOf={nameOf}
        onComment={onComment}
        headingLevel={3}
      />
    </div>
  )
}

/** Original and courtesy translation, part beside part; below each other where there is no room. */
export function TextsBeside(props: TranslatedProps) {
  const { content, lang, marks, activeThread, nameOf, onSelect, translation } = props
  const { t } = useLocale()
  const { languageName } = useLanguageNames()
  const onComment = useCommentOnOriginal(props)
  const onElements = useMemo(() => marks.map(onElement), [marks])
  const { text, view } = useViewOf({
    content: translation.content,
    lang: translation.language,
    marks: onElements,
    nameOf,
    onComment,
    anchorPrefix: 'tr-',
    headingLevel: 3,
  })
  const { parts, rest } = useMemo(() => partsBeside(content, text), [content, text])
  const label = t('translations.label', { language: languageName(translation.language) })
  const beside = useCallback(
    (part: readonly ContentNode[]) => (
      <Translated label={label} view={view}>
        {(parts.get(keyOf(part)) ?? []).map(({ section, part: own }) => (
          <PartText key={keyOf(own)} section={section} part={own} />
        ))}
      </Translated>
    ),
    [label, view, parts],
  )
  return (
    <>
      <div className="pair pair--names">
        <p>{t('translations.original', { language: languageName(lang) })}</p>
        <p>{label}</p>
      </div>
      <FrozenText
        content={content}
        lang={lang}
        marks={marks}
        activeThread={activeThread}
        nameOf={nameOf}
        onSelect={onSelect}
        onComment={props.onComment}
        beside={beside}
        headingLevel={3}
      />
      {rest.length > 0 && (
        <section className="text">
          <h3 className="text__heading">{t('translations.rest')}</h3>
          <Translated label={label} view={view}>
            {rest.map(({ section, part }) => (
              <PartText key={keyOf(part)} section={section} part={part} />
            ))}
          </Translated>
        </section>
      )}
    </>
  )
}

interface PartProps {
  label: string
  view: TextView
  children: ReactNode
}

function Translated({ label, view, children }: PartProps) {
  const { locale } = useLocale()
  return (
    <TextViewContext.Provider value={view}>
      <ProposalsContext.Provider value={noProposals}>
        <div className="pair__translation" lang={locale} data-added="">
          <p className="pair__label">{label}</p>
          <div lang={view.language} data-frozen-text data-translation>
            {children}
          </div>
        </div>
      </ProposalsContext.Provider>
    </TextViewContext.Provider>
  )
}

interface TranslatedPart {
  section: ContentNode
  part: ContentNode[]
}

/** The parts of a translation by those of the original beside which they stand, and what stands beside none. */
function partsBeside(original: Content, translation: Content) {
  const parts = new Map<string, TranslatedPart[]>()
  const rest: TranslatedPart[] = []
  for (const section of translation.content ?? []) {
    const own = (original.content ?? []).filter((one) => sectionOf(one) === sectionOf(section))
    const originals = own.flatMap(inParts)
    const partOf = new Map(originals.flatMap((part) => part.map((node) => [firstId(node), part])))
    let beside = originals[0]
    for (const node of section.content ?? []) {
      beside = partOf.get(firstId(node)) ?? beside
      const there = beside ? (parts.get(keyOf(beside)) ?? []) : rest
      const last = there.at(-1)
      const isJoined = last?.section === section && node.type !== 'entry'
      if (isJoined && last.part[0]?.type !== 'entry') last.part.push(node)
      else there.push({ section, part: [node] })
      if (beside) parts.set(keyOf(beside), there)
    }
  }
  return { parts, rest }
}

function keyOf(part: readonly ContentNode[]): string {
  return part[0] ? firstId(part[0]) : ''
}

/** Lists have no id of their own. */
function firstId(node: ContentNode): string {
  return idOf(node) || (node.content?.[0] ? firstId(node.content[0]) : '')
}

/** Words of the original are no words of the translation: the thread stands on the whole element. */
function onElement(mark: ThreadMark): ThreadMark {
  return { ...mark, from: null, to: null }
}

/** A comment on an element of the translation is one on the element of the original around that place. */
function useCommentOnOriginal({ content, translation, onComment }: TranslatedProps) {
  const original = useMemo(() => byId(content), [content])
  const translated = useMemo(() => byId(translation.content), [translation.content])
  return useMemo(() => {
    if (!onComment) return undefined
    return (element: TextElement) => {
      let own: TextElement | undefined = element
      while (own && !original.has(own.id)) own = translated.get(own.parentId ?? '')
      const aligned = own && original.get(own.id)
      if (aligned) onComment(aligned)
    }
  }, [original, translated, onComment])
}

function byId(content: Content): ReadonlyMap<string, TextElement> {
  return new Map(elementsOf(content).map((element) => [element.id, element]))
}
