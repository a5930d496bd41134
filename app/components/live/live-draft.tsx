import { type ReactNode, useCallback } from 'react'
import type { Content } from '#app/text/content.ts'
import { schemaVersion } from '#app/text/schema.ts'
import { DraftingRoom } from '../editor/drafting-room.tsx'
import { liveConnection } from './connection.ts'
import { askForCodes } from './known-codes.ts'

interface LiveDraftProps {
  documentId: string
  /** Of the file. */
  path: string
  language: string
  aside: (content: Content | null) => ReactNode
}

/** The drafting room over the tab's connection. */
export function LiveDraft({ documentId, path, language, aside }: LiveDraftProps) {
  const open = useCallback(
    () => liveConnection().openDocument(documentId, schemaVersion),
    [documentId],
  )
  const findCodes = useCallback((codes: readonly string[]) => askForCodes(path, codes), [path])
  return <DraftingRoom open={open} language={language} findCodes={findCodes} aside={aside} />
}
