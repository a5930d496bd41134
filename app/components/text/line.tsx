import { Fragment, type ReactNode, useContext } from 'react'
import { useLocale } from '#app/components/locale.tsx'
import { idOf, textAttribute, type ContentMark, type ContentNode } from '#app/text/content.ts'
import { isSafeLink } from '#app/text/links.ts'
import { referenceOf } from '#app/text/references.ts'
import { entryAddress } from '#app/open-data/addresses.ts'
import { useIsActive } from './active-thread.ts'
import { segmentsOf, type Segment, type ThreadMark } from './marks.ts'
import { ProposalsContext } from './proposals-in-text.ts'
import { ProposedWords } from './proposed-in-text.tsx'
import { useTextView } from './view.ts'

/** The words of one paragraph or heading, with the threads on them. */
export function Line({ node }: { node: ContentNode }) {
  const { elements, marks } = useTextView()
  const { onWords } = useContext(ProposalsContext)
  const start = elements.get(idOf(node))?.from ?? 0
  return (
    <span data-from={start}>
      {segmentsOf(node, start, marks, onWords).map((segment) => (
        <Words key={segment.from} segment={segment} />
      ))}
    </span>
  )
}

function Words({ segment }: { segment: Segment }) {
  const plain = styled(segment.text, segment.run.marks ?? [])
  const { from, proposed } = segment
  const words =
    proposed.length === 0 ? (
      plain
    ) : (
      <ProposedWords spans={proposed} from={from} to={from + segment.text.length}>
        {plain}
      </ProposedWords>
    )
  if (segment.threads.length === 0) return words
  return (
    <>
      <MarkedWords threads={segment.threads}>{words}</MarkedWords>
      {segment.ending.map((mark) => (
        <ThreadReference key={mark.threadId} mark={mark} />
      ))}
    </>
  )
}

function MarkedWords({ threads, children }: { threads: readonly string[]; children: ReactNode }) {
  const isActive = useIsActive(threads)
  return <mark className={isActive ? 'thread-words is-active' : 'thread-words'}>{children}</mark>
}

/** A small link to the thread beside the text; not part of the words. */
export function ThreadReference({ mark }: { mark: ThreadMark }) {
  const { t } = useLocale()
  const { threadHref } = useTextView()
  const isActive = useIsActive([mark.threadId])
  return (
    <a
      className="thread-reference"
      data-added=""
      data-thread={mark.threadId}
      href={threadHref(mark.threadId)}
      aria-label={t('text.thread', { label: mark.label })}
      aria-current={isActive ? 'true' : undefined}
    >
      {mark.label}
    </a>
  )
}

function styled(text: string, marks: readonly ContentMark[]): ReactNode {
  return marks.reduceRight<ReactNode>(
    (inner, mark) => <Styled mark={mark}>{inner}</Styled>,
    <Fragment>{text}</Fragment>,
  )
}

function Styled({ mark, children }: { mark: ContentMark; children: ReactNode }) {
  switch (mark.type) {
    case 'bold':
      return <strong>{children}</strong>
    case 'italic':
      return <em>{children}</em>
    case 'superscript':
      return <sup>{children}</sup>
    case 'subscript':
      return <sub>{children}</sub>
    case 'parameter':
      return <span className="parameter">{children}</span>
    case 'reference':
      return <ReferenceWords mark={mark}>{children}</ReferenceWords>
    case 'link': {
      const href = textAttribute(mark, 'href') ?? ''
      if (!isSafeLink(href)) return <>{children}</>
      return (
        <a href={href} rel="noopener noreferrer">
          {children}
        </a>
      )
    }
    default:
      return <>{children}</>
  }
}

/** Leads to what is meant: in this text, or in the register. Annex I is not kept here. */
function ReferenceWords({ mark, children }: { mark: ContentMark; children: ReactNode }) {
  const { anchorPrefix, elements } = useTextView()
  const { issuer, code, target } = referenceOf(mark)
  const isHere = target !== null && elements.has(target)
  const isPublished = issuer !== null && issuer !== 'EU'
  if (!isHere && !isPublished) return <>{children}</>
  const href = isHere ? `#${anchorPrefix}${target}` : entryAddress(issuer ?? '', code)
  return (
    <a className="reference" href={href}>
      {children}
    </a>
  )
}
