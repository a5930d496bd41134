import { TextSelection, type Command, type EditorState, type Selection } from 'prosemirror-state'
import { isInTable } from 'prosemirror-tables'
import type { EditorView } from 'prosemirror-view'
import { useEffect, useId, useRef, useState, type ReactNode, type RefObject } from 'react'
import { useLocale } from '#app/components/locale.tsx'
import { formatFor } from '#app/messages/format.ts'
import type { LiveDocument } from '#realtime/client-types.ts'
import { setLink } from './commands.ts'
import { LinkDialog } from './link-dialog.tsx'
import { openEditor, type Refusal } from './open-editor.ts'
import { PointBar } from './point-bar.tsx'
import { TableBar } from './table-bar.tsx'
import type { FindCodes } from './references.ts'
import { RefusalNotice } from './refusal-notice.tsx'
import { Toolbar } from './toolbar.tsx'
import { useLive } from './use-live.ts'

interface DraftEditorProps {
  live: LiveDocument
  /** The language of the text (ISO 639-1). */
  language: string
  /** How many points are around those of a part that is written alone. */
  pointsAround?: number
  /** What codes mean that are not of this text; has to stay the same. */
  findCodes: FindCodes
  /** Told after every change of text or selection, and with null when the editor is gone. */
  onEditor?: (editor: OpenEditor | null) => void
  /** Only the words count: there are no tools for their form. */
  isOfWords?: boolean
  /** What is true of the text, kept in sight above it with the tools. */
  children: ReactNode
}

export interface OpenEditor {
  readonly view: EditorView
  readonly state: EditorState
}

/**
 * The text that several people write at once. The editor is made when the shared document is there
 * and made anew with the next one; React does not draw what is in it.
 */
export function DraftEditor({ live, language, findCodes, onEditor, ...shown }: DraftEditorProps) {
  const { isOfWords = false, pointsAround = 0, children } = shown
  const { t, locale } = useLocale()
  const id = useId()
  const { text, canWrite, saveState } = useLive(live)
  const place = useRef<HTMLDivElement>(null)
  const head = useRef<HTMLDivElement>(null)
  const toolbar = useRef<HTMLDivElement>(null)
  const door = useRef<HTMLButtonElement>(null)
  const told = useRef(onEditor)
  /** Where the person was writing in the editor before this one. */
  const wasWriting = useRef<Selection | null>(null)
  const [editor, setEditor] = useState<OpenEditor | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [isLinking, setIsLinking] = useState(false)

  useEffect(() => {
    told.current = onEditor
  }, [onEditor])

  useKeptClearOf(head)

  useEffect(() => {
    if (!place.current) return
    const show = (open: OpenEditor | null) => {
      setEditor(open)
      told.current?.(open)
    }
    const view: EditorView = openEditor(place.current, {
      room: live,
      text,
      canWrite,
      // Not what the page knows besides: that changes with each loading of it.
      locale: formatFor(locale),
      language,
      pointsAround,
      labelledBy: `${id}-label`,
      describedBy: `${id}-keys`,
      findCodes,
      coveredAbove: () => coveredBy(head.current),
      onChange: (view, state) => show({ view, state }),
      onRefused: setRefusal,
      onLeave: () => door.current?.focus(),
      onToolbar: () => toolbar.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus(),
      onLink: () => setIsLinking(true),
    })
    show({ view, state: view.state })
    if (canWrite && wasWriting.current) goOn(view, wasWriting.current)
    return () => {
      if (canWrite) wasWriting.current = view.hasFocus() ? view.state.selection : null
      view.destroy()
      show(null)
    }
  }, [live, text, canWrite, locale, language, pointsAround, findCodes, id])

  /** Runs a command; `isReturning` puts the caret back into the text. */
  const run = (command: Command, isReturning = true) => {
    if (!editor) return
    command(editor.view.state, (tr) => editor.view.dispatch(tr), editor.view)
    if (isReturning) editor.view.focus()
  }

  return (
    <div className="draft-editor">
      <h2 id={`${id}-label`} className="heard">
        {t(isOfWords ? 'editor.label-words' : 'editor.label')}
      </h2>
      <div ref={head} className="draft-editor__head">
        {children}
        {editor && canWrite && !isOfWords && (
          <div className="draft-editor__tools">
            <Toolbar
              ref={toolbar}
              state={editor.state}
              run={run}
              onLink={() => setIsLinking(true)}
            />
            <div className="draft-editor__bars" data-in-table={isInTable(editor.state)}>
              <PointBar state={editor.state} apply={(command) => run(command, false)} />
              <TableBar state={editor.state} run={run} />
            </div>
          </div>
        )}
      </div>
      <RefusalNotice
        refusal={refusal}
        doc={editor?.state.doc ?? null}
        run={run}
        onClose={() => setRefusal(null)}
      />
      {saveState.kind === 'opening' && <output>{t('editor.opening')}</output>}
      <div ref={place} className="draft-editor__text" />
      <button
        ref={door}
        type="button"
        className="draft-editor__door button button--quiet"
        onClick={() => editor?.view.focus()}
      >
        {t('editor.leave')}
      </button>
      <p id={`${id}-keys`} className="draft-editor__keys">
        {t(isOfWords ? 'editor.keys-words' : 'editor.keys')}
      </p>
      {editor && isLinking && (
        <LinkDialog
          state={editor.state}
          onSet={(href) => run(setLink(href))}
          onClose={() => setIsLinking(false)}
        />
      )}
    </div>
  )
}

/** Who was writing when the editor was made anew writes on at that place, if not busy elsewhere by now. */
function goOn(view: EditorView, { anchor, head }: Selection) {
  const { activeElement, body } = document
  if (activeElement !== null && activeElement !== body) return
  const { doc, tr } = view.state
  const at = (position: number) => doc.resolve(Math.min(position, doc.content.size))
  view.dispatch(tr.setSelection(TextSelection.between(at(anchor), at(head))))
  view.focus()
}

/** What the browser brings into sight by itself, the caret or what has the focus, is not below the head. */
function useKeptClearOf(head: RefObject<HTMLElement>) {
  useEffect(() => {
    const { style } = document.documentElement
    const watch = new ResizeObserver(() => {
      style.scrollPaddingTop = `${coveredBy(head.current)}px`
    })
    if (head.current)
      for (const part of [head.current, ...head.current.children]) watch.observe(part)
    return () => {
      watch.disconnect()
      style.scrollPaddingTop = ''
    }
  }, [head])
}

/** How much of the window, in pixels from its top, the head covers while the text scrolls below it. */
function coveredBy(head: HTMLElement | null): number {
  const sticking = [head, ...(head?.children ?? [])].filter(
    (part) => part && getComputedStyle(part).position === 'sticky',
  )
  return Math.max(0, ...sticking.map((part) => part?.getBoundingClientRect().height ?? 0))
}
