import { type ReactNode, useCallback } from 'react'
import type { Content } from '#app/text/content.ts'
import { schemaVersion } from '#app/text/schema.ts'
import { DraftingRoom } from '../editor/drafting-room.tsx'
import { liveConnection } from './connection.ts'

interface LiveDraftProps {
  documentId: string
  language: string
  aside: (content: Content | null) => ReactNode
}

/** The drafting room over the tab's connection. */
export function LiveDraft({ documentId, language, aside }: LiveDraftProps) {
  const open = useCallback(
    () => liveConnection().openDocument(documentId, schemaVersion),
    [documentId],
  )
  return <DraftingRoom open={open} language={language} aside={aside} />
}
