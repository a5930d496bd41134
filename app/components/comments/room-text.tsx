import { memo, useMemo } from 'react'
import type { CommentsRoom } from '#app/queries/comments-room.server.ts'
import type { TextElement } from '#app/text/elements.ts'
import { sectionOf } from '#app/text/content.ts'
import { FrozenText } from '../text/frozen-text.tsx'
import type { ThreadMark } from '../text/marks.ts'
import type { Choice } from '../text/selection.ts'
import { noProposals, ProposalsContext } from '../text/proposals-in-text.ts'
import { TextsBeside, TranslatedText } from './translated-text.tsx'
import { usePlaceNames } from './place-name.ts'
import { proposalsShown } from './proposals-shown.ts'

interface RoomTextProps {
  version: CommentsRoom['version']
  content: CommentsRoom['content']
  threads: CommentsRoom['threads']
  activeThread: string | null
  /** What is proposed is shown in the text. */
  showsProposals: boolean
  onSelect: (choice: Choice | null) => void
  /** Absent where this reader cannot comment. */
  onComment?: (element: TextElement) => void
  /** The courtesy translation that is asked for, and whether it stands beside the original. */
  translation: CommentsRoom['translation']
  isBeside: boolean
}

/** The frozen text with its threads marked. It is drawn again only when what it shows has changed. */
export const RoomText = memo(function RoomText(props: RoomTextProps) {
  const { version, content, threads, activeThread, showsProposals, onSelect, onComment } = props
  const marks = useMemo(() => threads.flatMap(markOf), [threads])
  const proposals = useMemo(
    () => (showsProposals ? proposalsShown({ content, threads, version }) : noProposals),
    [showsProposals, content, threads, version],
  )
  const { nameOf, sectionName } = usePlaceNames(version.kind)
  const shared = {
    content,
    lang: version.language,
    marks,
    activeThread,
    nameOf,
    onSelect,
    onComment,
  }
  if (version.kind !== 'notice') {
    const { translation } = props
    if (translation && !props.isBeside)
      return <TranslatedText {...shared} translation={translation} />
    return (
      <ProposalsContext.Provider value={proposals}>
        {translation ? (
          <TextsBeside {...shared} translation={translation} />
        ) : (
          <FrozenText {...shared} headingLevel={3} />
        )}
      </ProposalsContext.Provider>
    )
  }
  return (content.content ?? []).map((section) => {
    const key = sectionOf(section)
    return (
      <section key={key} className="notice-field">
        <h3>{sectionName(key)}</h3>
        <FrozenText {...shared} sections={[key]} hasHeadings={false} headingLevel={3} />
      </section>
    )
  })
})

function markOf({ id, number, place }: CommentsRoom['threads'][number]): ThreadMark[] {
  return place ? [{ threadId: id, label: String(number), ...place }] : []
}
