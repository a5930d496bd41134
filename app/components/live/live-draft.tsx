import { type ReactNode, useCallback } from 'react'
import type { Content } from '#app/text/content.ts'
import { schemaVersion } from '#app/text/schema.ts'
import { openDocument } from '#realtime/client-document.ts'
import { DraftingRoom } from '../editor/drafting-room.tsx'
import { liveConnection } from './connection.ts'
import { askForDisplaced } from './displaced-words.ts'
import { askForCodes } from './known-codes.ts'

interface LiveDraftProps {
  documentId: string
  /** Of the file whose draft it is; null for a text of which the words alone count. */
  path: string | null
  language: string
  aside: (content: Content | null) => ReactNode
}

/** The drafting room over the tab's connection. */
export function LiveDraft({ documentId, path, language, aside }: LiveDraftProps) {
  const open = useCallback(
    () => openDocument(liveConnection(), documentId, schemaVersion),
    [documentId],
  )
  const findCodes = useCallback(
    async (codes: readonly string[]) => (path === null ? [] : askForCodes(path, codes)),
    [path],
  )
  const findDisplaced = useCallback(
    async () =>
      path === null ? { lost: [], doubled: [], stranded: [], struck: [] } : askForDisplaced(path),
    [path],
  )
  return (
    <DraftingRoom
      open={open}
      language={language}
      findCodes={findCodes}
      findDisplaced={findDisplaced}
      isOfWords={path === null}
      aside={aside}
    />
  )
}
