import { gapCursor } from 'prosemirror-gapcursor'
import { EditorState, type Plugin } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { initProseMirrorDoc, ySyncPlugin, yUndoPlugin } from 'y-prosemirror'
import type { XmlFragment } from 'yjs'
import type { LocaleFormat } from '#app/messages/format.ts'
import { documentRefusal, type ContentRefusal } from '#app/text/check.ts'
import { schema } from '#app/text/schema.ts'
import type { LiveDocument } from '#realtime/client-types.ts'
import { caretsPlugin } from './carets.ts'
import { EntryView } from './entry-view.ts'
import { firstCaretPlugin } from './first-caret.ts'
import { goneTailsPlugin } from './gone-tails.ts'
import { keyPlugins } from './keys.ts'
import { labelsPlugin } from './labels.ts'
import { isFromDocument } from './origin.ts'
import { lineTextsPlugin } from './line-texts.ts'
import { ownCaretPlugin } from './own-caret.ts'
import { pastePlugin, type PasteWarned } from './paste.ts'
import { readingsPlugin } from './readings.ts'
import { referencesPlugin, type FindCodes } from './references.ts'
import { SectionView } from './section-view.ts'
import { hasSameSections, sectionsPlugin } from './sections.ts'
import { TableView, tablePlugin } from './tables.ts'
import { tidyPlugin } from './tidy.ts'
import { undoManagerOf } from './undoing.ts'

/** Why something did not enter the text. */
export type Refusal =
  | { readonly kind: 'paste-too-large'; readonly bytes: number }
  /** The rest of what was pasted did, or all of it, and some has to be looked at. */
  | ({ readonly kind: 'pasted' } & PasteWarned)
  | { readonly kind: 'content'; readonly reason: ContentRefusal }

export interface EditorOptions {
  /** Where carets come from and go to. */
  readonly room: Pick<LiveDocument, 'presence' | 'setPosition' | 'subscribe'>
  readonly text: XmlFragment
  readonly canWrite: boolean
  readonly locale: LocaleFormat
  /** The language of the text (ISO 639-1). */
  readonly language: string
  /** How many points are around those of a part that is written alone. */
  readonly pointsAround: number
  /** Ids of the elements that name the text and tell its keys. */
  readonly labelledBy: string
  readonly describedBy: string
  /** What codes mean that are not of this text. */
  readonly findCodes: FindCodes
  readonly onChange: (view: EditorView, state: EditorState) => void
  readonly onRefused: (refusal: Refusal) => void
  readonly onLeave: () => void
  readonly onToolbar: () => void
  readonly onLink: () => void
  /** So many pixels at the top of the window hide what is below them. */
  readonly coveredAbove: () => number
}

/**
 * Opens an editor on the shared text. It lives as long as that is the same: the document is made anew
 * after a refusal, and the history of undo ends with it. Every edit made here is
 * checked as the server will check it before it enters; edits of others were, and are shown as is.
 */
export function openEditor(place: HTMLElement, options: EditorOptions): EditorView {
  const { text, canWrite, locale, language } = options
  const { doc, mapping } = initProseMirrorDoc(text, schema)
  return new EditorView(place, {
    state: EditorState.create({ doc, plugins: plugins(options, mapping) }),
    editable: () => canWrite,
    // Asked with each scrolling: the head above the text grows and shrinks.
    scrollThreshold: besideHead(options.coveredAbove),
    scrollMargin: besideHead(options.coveredAbove),
    attributes: {
      class: 'text draft-text',
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-labelledby': options.labelledBy,
      'aria-describedby': options.describedBy,
      lang: language,
    },
    nodeViews: {
      section: (node) => new SectionView(node, locale),
      entry: (node, view, position) => new EntryView(node, view, position, locale),
      table: () => new TableView(),
    },
    // Called with the view as `this`, also before the constructor has returned it.
    dispatchTransaction(this: EditorView, tr) {
      const { state, transactions } = this.state.applyTransaction(tr)
      if (!transactions.some(isFromDocument) && state.doc !== this.state.doc) {
        if (!hasSameSections(this.state.doc, state.doc)) return
        const reason = documentRefusal(state.doc)
        if (reason) {
          options.onRefused({ kind: 'content', reason })
          return
        }
      }
      this.updateState(state)
      options.onChange(this, state)
    },
  })
}

/** Where the caret is brought to stays clear of the head. */
function besideHead(coveredAbove: () => number) {
  return {
    get top() {
      return coveredAbove() + 5
    },
    right: 5,
    bottom: 5,
    left: 5,
  }
}

type Mapping = ReturnType<typeof initProseMirrorDoc>['mapping']

function plugins(options: EditorOptions, mapping: Mapping): Plugin[] {
  const { room, text, locale, language, pointsAround, onRefused } = options
  const act = (run: () => void) => () => {
    run()
    return true
  }
  return [
    ySyncPlugin(text, { mapping }),
    yUndoPlugin({ undoManager: undoManagerOf(text) }),
    lineTextsPlugin(),
    goneTailsPlugin(),
    ownCaretPlugin(),
    caretsPlugin(room),
    firstCaretPlugin(),
    sectionsPlugin(),
    tidyPlugin(),
    labelsPlugin(locale, pointsAround),
    readingsPlugin(locale, language),
    referencesPlugin(options.findCodes),
    pastePlugin({
      onTooLarge: (bytes) => onRefused({ kind: 'paste-too-large', bytes }),
      onWarned: ({ leftOut, unsure, gaps, asLines }) =>
        onRefused({ kind: 'pasted', leftOut, unsure, gaps, asLines }),
    }),
    ...keyPlugins({
      leave: act(options.onLeave),
      toToolbar: act(options.onToolbar),
      editLink: act(options.onLink),
    }),
    gapCursor(),
    tablePlugin(),
  ]
}
