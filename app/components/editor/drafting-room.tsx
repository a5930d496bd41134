import type { Node } from 'prosemirror-model'
import { TextSelection, type Command, type EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import {
  memo,
  useCallback,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react'
import { useLocale } from '#app/components/locale.tsx'
import { Columns, Panel } from '#app/components/section.tsx'
import { noteUnsent, registerUnsent } from '#app/components/unsent.ts'
import type { Displaced } from '#app/queries/lost-words.ts'
import { checkContent } from '#app/text/check.ts'
import type { Content } from '#app/text/content.ts'
import type { DoubledWords } from '#app/text/doubled-words.ts'
import { nested } from '#app/text/levels.ts'
import type { LiveDocument } from '#realtime/client-types.ts'
import { DisplacedPanel } from './displaced-panel.tsx'
import { DraftEditor, type OpenEditor } from './draft-editor.tsx'
import { ParameterList } from './parameter-list.tsx'
import { ReferenceList } from './reference-list.tsx'
import type { FindCodes } from './references.ts'
import { RefusedWords } from './refused-words.tsx'
import { SaveStateIndicator } from './save-state.tsx'
import { useDisplaced } from './use-displaced.ts'
import { useLive } from './use-live.ts'
import { useLagging } from './use-lagging.ts'
import { WhoIsHere } from './who-is-here.tsx'

/** Words of one line. */
interface Words {
  readonly element: { readonly id: string }
  readonly from: number
  readonly to: number
}

interface DraftingRoomProps {
  /** Opens the shared document; what it gives is destroyed when the room is left. */
  open: () => LiveDocument
  language: string
  findCodes: FindCodes
  /** Says what lost its place in the text; has to stay the same. */
  findDisplaced: () => Promise<Displaced>
  /** Only the words count: nothing is offered that sets or reads their form. */
  isOfWords?: boolean
  /** Stands beside the text and may depend on it, lagging behind typing; null: it is being opened. */
  aside: (content: Content | null) => ReactNode
}

/** The text with everything that is about writing it: who is here, what is saved, what is read. */
export function DraftingRoom({ open, ...shown }: DraftingRoomProps) {
  const opened = useMemo(() => openWhileSeen(open), [open])
  const live = useSyncExternalStore(opened.subscribe, opened.get, () => null)
  return live && <OpenRoom live={live} {...shown} />
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

interface OpenRoomProps extends Omit<DraftingRoomProps, 'open'> {
  live: LiveDocument
}

function OpenRoom({ live, language, aside, isOfWords = false, ...find }: OpenRoomProps) {
  const { findCodes, findDisplaced } = find
  const { saveState, presence, text, canWrite } = useLive(live)
  const { displaced, settle } = useDisplaced(text, canWrite ? findDisplaced : null)
  const [editor, setEditor] = useState<OpenEditor | null>(null)
  useEffect(() => registerUnsent(() => live.isUnsaved), [live])
  useEffect(noteUnsent, [saveState])
  const content = useContent(editor?.state.doc ?? null)
  const view = editor?.view
  const go = useCallback((found: Words) => view && goTo(view, found), [view])
  const show = (words: DoubledWords) => go({ ...words, element: { id: words.elementId } })
  const act = (command: Command) => (view ? changedBy(view, command) : null)
  const run = useCallback((command: Command) => view && command(view.state, view.dispatch), [view])
  return (
    <Columns>
      <div>
        {canWrite && (
          <DisplacedPanel
            displaced={displaced}
            content={content}
            act={act}
            settle={settle}
            show={show}
          />
        )}
        <RefusedWords state={saveState} onDismiss={() => live.dismissWords()} />
        <DraftEditor
          live={live}
          language={language}
          findCodes={findCodes}
          onEditor={setEditor}
          isOfWords={isOfWords}
        >
          <div className="room-state">
            <SaveStateIndicator state={saveState} onRetry={() => live.retry()} />
            <WhoIsHere presence={presence} />
          </div>
        </DraftEditor>
      </div>
      {isOfWords ? (
        <div>{aside(content)}</div>
      ) : (
        <Beside
          content={content}
          language={language}
          aside={aside}
          onGo={go}
          run={canWrite ? run : null}
        />
      )}
    </Columns>
  )
}

interface BesideProps {
  content: Content | null
  language: string
  aside: DraftingRoomProps['aside']
  onGo: (found: Words) => void
  /** Null for those who may only read. */
  run: ((command: Command) => void) | null
}

/** Drawn again at most twice a second: a long list of parameters would hold up each key. */
const Beside = memo(function Beside({ content, language, aside, onGo, run }: BesideProps) {
  const { t } = useLocale()
  return (
    <div>
      {aside(content)}
      <Panel title={t('editor.parameters')}>
        {content && <ParameterList content={content} language={language} onGo={onGo} />}
      </Panel>
      <Panel title={t('editor.references')}>
        {content && <ReferenceList content={content} onGo={onGo} run={run} />}
      </Panel>
    </div>
  )
})

/** The text as it is on the screen half a second ago at most, in its frozen form. */
function useContent(doc: Node | null): Content | null {
  const lagging = useLagging(doc)
  return useMemo(() => {
    const checked = lagging && checkContent(lagging.toJSON())
    return checked?.ok ? nested(checked.content) : null
  }, [lagging])
}

/** Acts from beside the text, and puts the caret there; null where nothing came of it. */
function changedBy(view: EditorView, command: Command): EditorState | null {
  const before = view.state.doc
  command(view.state, view.dispatch)
  if (view.state.doc === before) return null
  view.focus()
  return view.state
}

/** Chooses words in the text, if they are still there. */
function goTo(view: EditorView, { element, from, to }: Words) {
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
