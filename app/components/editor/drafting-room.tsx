import { TextSelection } from 'prosemirror-state'
import { type Node } from 'prosemirror-model'
import { useDeferredValue, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react'
import { useLocale } from '#app/components/locale.tsx'
import { Columns, Panel } from '#app/components/section.tsx'
import { checkContent } from '#app/text/check.ts'
import type { Content } from '#app/text/content.ts'
import type { ContentParameter } from '#app/text/parameters-content.ts'
import type { LiveDocument } from '#realtime/client-types.ts'
import { DraftEditor, type OpenEditor } from './draft-editor.tsx'
import { ParameterList } from './parameter-list.tsx'
import { RefusedWords } from './refused-words.tsx'
import { SaveStateIndicator } from './save-state.tsx'
import { useLive } from './use-live.ts'
import { WhoIsHere } from './who-is-here.tsx'

interface DraftingRoomProps {
  /** Opens the shared document; what it gives is destroyed when the room is left. */
  open: () => LiveDocument
  language: string
  /** Stands beside the text and may depend on it, lagging behind typing; null: it is being opened. */
  aside: (content: Content | null) => ReactNode
}

/** The text with everything that is about writing it: who is here, what is saved, what is read. */
export function DraftingRoom({ open, language, aside }: DraftingRoomProps) {
  const opened = useMemo(() => openWhileSeen(open), [open])
  const live = useSyncExternalStore(opened.subscribe, opened.get, () => null)
  return live && <OpenRoom live={live} language={language} aside={aside} />
}

/** Opens with the first who looks and closes with the last, so that no connection is left behind. */
function openWhileSeen(open: () => LiveDocument) {
  let live: LiveDocument | null = null
  return {
    get: () => live,
    subscribe(listener: () => void) {
      live = open()
      listener()
      return () => {
        live?.destroy()
        live = null
      }
    },
  }
}

interface OpenRoomProps {
  live: LiveDocument
  language: string
  aside: DraftingRoomProps['aside']
}

function OpenRoom({ live, language, aside }: OpenRoomProps) {
  const { t } = useLocale()
  const { saveState, presence } = useLive(live)
  const [editor, setEditor] = useState<OpenEditor | null>(null)
  const content = useContent(editor?.state.doc ?? null)
  return (
    <Columns>
      <div>
        <div className="room-state">
          <SaveStateIndicator state={saveState} onRetry={() => live.retry()} />
          <WhoIsHere presence={presence} />
        </div>
        <RefusedWords state={saveState} onDismiss={() => live.dismissWords()} />
        <DraftEditor live={live} language={language} onEditor={setEditor} />
      </div>
      <div>
        {aside(content)}
        <Panel title={t('editor.parameters')}>
          {editor && (
            <ParameterList
              state={editor.state}
              language={language}
              onGo={(found) => goTo(editor, found)}
            />
          )}
        </Panel>
      </div>
    </Columns>
  )
}

/** The text as it is on the screen, a moment later, so that reading it never holds up typing. */
function useContent(doc: Node | null): Content | null {
  const settled = useDeferredValue(doc)
  return useMemo(() => {
    const checked = settled && checkContent(settled.toJSON())
    return checked?.ok ? checked.content : null
  }, [settled])
}

/** Chooses the words of a parameter in the text, if they are still there. */
function goTo({ view }: OpenEditor, { element, from, to }: ContentParameter) {
  const { doc, tr } = view.state
  doc.descendants((node, position) => {
    if (node.attrs.id !== element.id || !node.isTextblock) return
    const start = position + 1
    const size = node.content.size
    const chosen = TextSelection.create(
      doc,
      start + Math.min(from, size),
      start + Math.min(to, size),
    )
    view.dispatch(tr.setSelection(chosen).scrollIntoView())
    view.focus()
  })
}
