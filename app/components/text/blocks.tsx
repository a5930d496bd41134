import type { ReactNode } from 'react'
import { useLocale } from '#app/components/locale.tsx'
import {
  childrenOf,
  countedNotes,
  idOf,
  letteredPoints,
  plainText,
  textAttribute,
  type ContentNode,
} from '#app/text/content.ts'
import type { TextElement } from '#app/text/elements.ts'
import type { Logic, NoteKind } from '#app/text/grammar.ts'
import { logicWords } from '#app/text/logic-words.ts'
import { Line, ThreadReference } from './line.tsx'
import { ProposedOfElement } from './proposed-in-text.tsx'
import { TextTable } from './text-table.tsx'
import { useTextView } from './view.ts'

/**
 * What stands in a section, entry, point or note, in its order: points that follow each other are
 * one list. `depth` says how many points are around, for the lettering.
 */
export function Blocks({ parent, depth }: { parent: ContentNode; depth: number }) {
  const labels = new Map(letteredPoints(parent, depth).map(({ node, label }) => [node, label]))
  const notes = countedNotes(parent)
  const tables = childrenOf(parent, 'table')
  return (
    <>
      {inRuns(parent.content ?? []).map((run) => {
        const [first] = run
        if (!first) return null
        const key = `${first.type} ${idOf(first) || plainText(first)}`
        switch (first.type) {
          case 'paragraph':
            return <Paragraph key={key} node={first} />
          case 'point':
            return (
              <ol key={key} className="points">
                {run.map((node) => (
                  <Point
                    key={idOf(node)}
                    node={node}
                    label={labels.get(node) ?? ''}
                    depth={depth}
                  />
                ))}
              </ol>
            )
          case 'note': {
            const ofKind = notes.filter(({ kind }) => kind === textAttribute(first, 'kind'))
            const own = notes.find(({ node }) => node === first)
            return own ? <Note key={key} {...own} isOnly={ofKind.length < 2} /> : null
          }
          case 'bulletList':
            return <ul key={key}>{listItems(first)}</ul>
          case 'orderedList':
            return <ol key={key}>{listItems(first)}</ol>
          case 'table':
            return (
              <TextTable
                key={key}
                table={first}
                ordinal={tables.indexOf(first) + 1}
                inCell={(cell) => <Blocks parent={cell} depth={0} />}
              />
            )
          default:
            return null
        }
      })}
    </>
  )
}

/** Points that follow each other together, everything else by itself. */
function inRuns(nodes: readonly ContentNode[]): ContentNode[][] {
  const runs: ContentNode[][] = []
  for (const node of nodes) {
    const last = runs.at(-1)
    if (node.type === 'point' && last?.[0]?.type === 'point') last.push(node)
    else runs.push([node])
  }
  return runs
}

function listItems(list: ContentNode): ReactNode {
  return (list.content ?? []).map((item) => (
    <li key={idOf(item)}>
      <Blocks parent={item} depth={0} />
    </li>
  ))
}

function Paragraph({ node }: { node: ContentNode }) {
  return (
    <Element node={node} tag="p" className="paragraph">
      <Line node={node} />
    </Element>
  )
}

function Point({ node, label, depth }: { node: ContentNode; label: string; depth: number }) {
  const { t } = useLocale()
  const isNotUsed = node.attrs?.notUsed === true
  return (
    <Element node={node} tag="li" className="point">
      <span className="point__label">{label}.</span>
      <div className="point__body">
        {isNotUsed && <p className="not-used">{t('text.not-used')}</p>}
        <WithLogic parent={node} depth={depth + 1} />
      </div>
    </Element>
  )
}

interface WithLogicProps {
  parent: ContentNode
  depth: number
  /** What stands above the content, such as the heading of an entry. */
  above?: string
}

/** "any of the following" stands after the words that lead in to the points, unless these do so. */
export function WithLogic({ parent, depth, above = '' }: WithLogicProps) {
  const { language } = useTextView()
  const content = parent.content ?? []
  const words = logicWords(parent, language, above)
  if (!words) return <Blocks parent={parent} depth={depth} />
  const { logic, before } = words
  return (
    <>
      <Blocks parent={{ ...parent, content: content.slice(0, before) }} depth={depth} />
      <LogicWords logic={logic} />
      <Blocks parent={{ ...parent, content: content.slice(before) }} depth={depth} />
    </>
  )
}

function LogicWords({ logic }: { logic: Logic }) {
  const { t } = useLocale()
  return <p className="logic">{t(`text.logic.${logic}`)}</p>
}

interface NoteProps {
  node: ContentNode
  kind: NoteKind
  ordinal: number
  isOnly: boolean
}

function Note({ node, kind, ordinal, isOnly }: NoteProps) {
  const { t } = useLocale()
  const title = t(`text.note.${kind}`)
  return (
    <Element node={node} tag="div" className={`note note--${kind}`}>
      <p className="note__title">
        {isOnly ? title : t('text.note-numbered', { kind: title, ordinal })}
      </p>
      <Blocks parent={node} depth={0} />
    </Element>
  )
}

interface ElementProps {
  node: ContentNode
  tag: 'p' | 'li' | 'div' | 'section' | 'article'
  className: string
  children: ReactNode
}

/** The box of an element: where links and comments find it, and a way to comment on it whole. */
export function Element({ node, tag: Tag, className, children }: ElementProps) {
  const { anchorPrefix, elements, marks, onComment } = useTextView()
  const id = idOf(node)
  const element = elements.get(id)
  const whole = marks.ofElement.get(id) ?? []
  // In an entry one comments on the point around a line; elsewhere and in tables a paragraph is the smallest part.
  const isPartOfPoint = Tag === 'p' && element?.provision && !element.cell
  const begins = isPartOfPoint ? null : onComment
  const classes = [className, whole.length > 0 && 'has-threads', begins && 'is-commentable']
  return (
    <Tag id={anchorPrefix + id} data-element={id} className={classes.filter(Boolean).join(' ')}>
      {children}
      <ProposedOfElement id={id} />
      {element && (whole.length > 0 || begins) && (
        <span className="element-tools" data-added="">
          {whole.map((mark) => (
            <ThreadReference key={mark.threadId} mark={mark} />
          ))}
          {begins && <CommentButton element={element} onComment={begins} />}
        </span>
      )}
    </Tag>
  )
}

interface CommentButtonProps {
  element: TextElement
  onComment: (element: TextElement) => void
}

/** Begins a thread on a whole element: the way without a mouse. */
function CommentButton({ element, onComment }: CommentButtonProps) {
  const { t } = useLocale()
  const { nameOf } = useTextView()
  return (
    <button
      type="button"
      className="element-tools__comment"
      aria-label={t('text.comment-on', { place: nameOf(element) })}
      onClick={() => onComment(element)}
    >
      {t('text.comment')}
    </button>
  )
}
