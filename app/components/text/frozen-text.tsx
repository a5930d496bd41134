import { memo, useEffect, useMemo, useRef, type ReactNode } from 'react'
import { useLocale } from '#app/components/locale.tsx'
import {
  idOf,
  plainText,
  sectionOf,
  withIds,
  type Content,
  type ContentNode,
} from '#app/text/content.ts'
import { elementsOf, type TextElement } from '#app/text/elements.ts'
import type { SectionKey } from '#app/text/grammar.ts'
import { ActiveThreadContext, useActiveThread } from './active-thread.ts'
import { Blocks, Element } from './blocks.tsx'
import { elementName } from './element-name.ts'
import { EntryText } from './entry-text.tsx'
import { indexMarks, type ThreadMark } from './marks.ts'
import { choiceOf, offsetIn, textAround, type Choice } from './selection.ts'
import { TextViewContext, useTextView, type TextView } from './view.ts'

interface FrozenTextProps {
  content: Content
  /** The language of the text (ISO 639-1), as `lang`; read as English where it is not given. */
  lang?: string
  marks?: readonly ThreadMark[]
  activeThread?: string | null
  threadHref?: (threadId: string) => string
  /** Told which words a reader has chosen, and null when none are. */
  onSelect?: (choice: Choice | null) => void
  /** How the parts are called, where it is not as those of a draft. */
  nameOf?: (element: TextElement) => string
  /** Given, every element has a button to comment on it whole. */
  onComment?: (element: TextElement) => void
  /** What stands below the code of an entry: who adopted it, by which act. */
  adoption?: (entry: ContentNode) => ReactNode
  /** Only these sections, in the order of the text. */
  sections?: readonly SectionKey[]
  /** False where the page itself says what the text is. */
  hasHeadings?: boolean
  /** The level of section headings. */
  headingLevel?: 2 | 3 | 4
  /** How many points are around those of a part that is shown alone. */
  pointsAround?: number
  /** Where two texts stand on one page, each has its own. */
  anchorPrefix?: string
  /** What stands beside each part of the text, as its translation does. */
  beside?: (part: readonly ContentNode[]) => ReactNode
}

const noMarks: readonly ThreadMark[] = []
const toThread = (threadId: string) => `#thread-${threadId}`

type ViewProps = Pick<
  FrozenTextProps,
  | 'content'
  | 'lang'
  | 'marks'
  | 'threadHref'
  | 'nameOf'
  | 'onComment'
  | 'anchorPrefix'
  | 'headingLevel'
  | 'pointsAround'
>

/** What the parts of a text need of the whole, wherever on the page they stand. */
export function useViewOf(props: ViewProps): { text: Content; view: TextView } {
  const { content, marks = noMarks, threadHref = toThread, nameOf, onComment = null } = props
  const { headingLevel = 2, anchorPrefix = 'el-', lang: language = 'en' } = props
  const { pointsAround = 0 } = props
  const locale = useLocale()
  const text = useMemo(() => withIds(content), [content])
  const elements = useMemo(
    () => new Map(elementsOf(text).map((element) => [element.id, element])),
    [text],
  )
  const view = useMemo<TextView>(
    () => ({
      language,
      elements,
      marks: indexMarks(marks, elements),
      threadHref,
      nameOf: nameOf ?? ((element) => elementName(locale, element)),
      onComment,
      anchorPrefix,
      headingLevel,
      pointsAround,
    }),
    [
      language,
      elements,
      marks,
      threadHref,
      nameOf,
      locale,
      onComment,
      anchorPrefix,
      headingLevel,
      pointsAround,
    ],
  )
  return { text, view }
}

/** A frozen text, readable without script; what is chosen and clicked in it comes with script. */
export function FrozenText(props: FrozenTextProps) {
  const { activeThread = null, hasHeadings = true, onSelect } = props
  const { text, view } = useViewOf(props)
  const active = useActiveThread(activeThread)
  const root = useChosenWords(text, view.elements, onSelect)
  const shown = (text.content ?? []).filter(
    (section) => props.sections?.includes(sectionOf(section)) ?? true,
  )
  return (
    <TextViewContext.Provider value={view}>
      <ActiveThreadContext.Provider value={active}>
        <div className="text" ref={root} lang={props.lang} data-frozen-text>
          {shown.map((section) => (
            <SectionText
              key={idOf(section)}
              node={section}
              hasHeading={hasHeadings}
              adoption={props.adoption}
              beside={props.beside}
            />
          ))}
        </div>
      </ActiveThreadContext.Provider>
    </TextViewContext.Provider>
  )
}

interface SectionTextProps {
  node: ContentNode
  hasHeading: boolean
  adoption?: (entry: ContentNode) => ReactNode
  beside?: FrozenTextProps['beside']
}

const SectionText = memo(function SectionText(props: SectionTextProps) {
  const { node, hasHeading, adoption, beside } = props
  const { t, locale } = useLocale()
  const { headingLevel } = useTextView()
  const Heading = `h${headingLevel}` as const
  return (
    <Element node={node} tag="section" className="text__section">
      {hasHeading && (
        <Heading className="text__heading" lang={locale}>
          {t(`text.section.${sectionOf(node)}`)}
        </Heading>
      )}
      {plainText(node).trim() === '' && <p className="text__empty">{t('text.empty-section')}</p>}
      {inParts(node).map((part) => {
        const key = part.map(idOf).join(' ')
        const own = <PartText key={key} section={node} part={part} adoption={adoption} />
        return beside ? (
          <div key={key} className="pair">
            <div className="pair__original">{own}</div>
            {beside(part)}
          </div>
        ) : (
          own
        )
      })}
    </Element>
  )
})

interface PartTextProps {
  section: ContentNode
  part: readonly ContentNode[]
  adoption?: (entry: ContentNode) => ReactNode
}

export function PartText({ section, part, adoption }: PartTextProps) {
  const [first] = part
  return first?.type === 'entry' ? (
    <EntryText node={first} adoption={adoption?.(first)} />
  ) : (
    <Blocks parent={{ ...section, content: part }} depth={0} />
  )
}

/** Entries by themselves, what stands between them together. */
export function inParts(section: ContentNode): ContentNode[][] {
  const parts: ContentNode[][] = []
  for (const node of section.content ?? []) {
    const last = parts.at(-1)
    if (node.type !== 'entry' && last && last[0]?.type !== 'entry') last.push(node)
    else parts.push([node])
  }
  return parts
}

/**
 * Tells which words of the text are selected, however they were: by mouse, touch or keyboard. Words
 * stay chosen while a caret goes elsewhere, for the button that comments on them may be there. A
 * selection that is more than words of this text chooses nothing, and takes back what was chosen;
 * it is given up itself once the focus comes into the text, where it no longer says what is meant.
 */
function useChosenWords(
  text: Content,
  elements: ReadonlyMap<string, TextElement>,
  onSelect: FrozenTextProps['onSelect'],
) {
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!onSelect) return
    const plain = plainText(text)
    const list = [...elements.values()]
    const listen = () => {
      const selection = document.getSelection()
      const box = root.current
      if (!box || !selection?.rangeCount) return
      const range = selection.getRangeAt(0)
      const choice = chosenIn(box, range)
      if (choice !== undefined) onSelect(choice)
    }
    const chosenIn = (box: HTMLElement, range: Range): Choice | null | undefined => {
      const holder = textAround(range)
      // Another text on the page tells of it, and a caret outside says nothing.
      if (holder ? holder !== box : range.collapsed) return undefined
      if (!holder) return null
      const from = offsetIn(box, range.startContainer, range.startOffset)
      const to = offsetIn(box, range.endContainer, range.endOffset)
      if (from === null || to === null) return undefined
      return from < to ? choiceOf(list, plain, from, to) : null
    }
    const giveUp = () => {
      const selection = document.getSelection()
      const box = root.current
      if (!box || !selection?.rangeCount || selection.isCollapsed) return
      if (chosenIn(box, selection.getRangeAt(0)) === null) selection.removeAllRanges()
    }
    const box = root.current
    document.addEventListener('selectionchange', listen)
    box?.addEventListener('focusin', giveUp)
    return () => {
      document.removeEventListener('selectionchange', listen)
      box?.removeEventListener('focusin', giveUp)
    }
  }, [text, elements, onSelect])
  return root
}
