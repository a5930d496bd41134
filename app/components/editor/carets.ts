import { Plugin, PluginKey, type EditorState } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import type * as Y from 'yjs'
import type { LiveDocument, Presence } from '#realtime/client-types.ts'
import { isFromDocument } from './origin.ts'
import { hearOfCaret } from './own-caret.ts'
import { bindingOf, isSamePlace, placeOf, positionAt, type Place } from './places.ts'
import { isSamePresence } from './use-live.ts'

/**
 * The carets of the others, and ours for them. Names and colours come from the server only; a
 * position says where in the text, and stays there while the text around it changes.
 */

type Room = Pick<LiveDocument, 'presence' | 'setPosition' | 'subscribe'>

const key = new PluginKey<DecorationSet>('carets')
const colourPattern = /^#[0-9a-f]{6}$/i

export function caretsPlugin(room: Room): Plugin {
  return new Plugin({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(tr, known, _before, state) {
        if (tr.getMeta(key) !== undefined || isFromDocument(tr))
          return decorate(state, room.presence)
        return known.map(tr.mapping, tr.doc)
      },
    },
    props: { decorations: (state) => key.getState(state) },
    view: (view) => new CaretReporter(view, room),
  })
}

class CaretReporter {
  private readonly unsubscribe: () => void
  private shown: readonly Presence[]
  private told: Place | null = null

  constructor(
    private readonly view: EditorView,
    private readonly room: Room,
  ) {
    this.shown = room.presence
    this.unsubscribe = room.subscribe(() => this.showOthers())
    view.dom.addEventListener('focusin', this.tell)
    view.dom.addEventListener('focusout', this.tell)
  }

  update() {
    this.tell()
  }

  destroy() {
    this.unsubscribe()
    this.view.dom.removeEventListener('focusin', this.tell)
    this.view.dom.removeEventListener('focusout', this.tell)
  }

  private showOthers() {
    const before = this.shown
    this.shown = this.room.presence
    if (this.view.isDestroyed || isSamePresence(before, this.shown)) return
    hearOfCaret(this.view)
    this.view.dispatch(this.view.state.tr.setMeta(key, true))
  }

  private readonly tell = () => {
    const place = this.view.hasFocus() ? placeOf(this.view.state) : null
    if (isSamePlace(place, this.told)) return
    this.told = place
    this.room.setPosition(place?.anchor ?? null, place?.head ?? null)
  }
}

function decorate(state: EditorState, presence: readonly Presence[]): DecorationSet {
  const bound = bindingOf(state)
  if (!bound) return DecorationSet.empty
  const end = Math.max(state.doc.content.size - 1, 0)
  const place = (position: Y.RelativePosition | null) => {
    if (!position) return null
    const at = positionAt(bound, position)
    return at === null ? null : Math.min(Math.max(at, 0), end)
  }
  const decorations = presence.flatMap((person) => {
    const head = place(person.head)
    if (head === null || !colourPattern.test(person.colour)) return []
    const anchor = place(person.anchor) ?? head
    const caret = Decoration.widget(head, () => caretOf(person), {
      key: `${person.clientId} ${person.name}`,
      side: 10,
      ignoreSelection: true,
    })
    if (anchor === head) return [caret]
    const colour = `background-color: ${person.colour}40`
    const [from, to] = anchor < head ? [anchor, head] : [head, anchor]
    return [caret, Decoration.inline(from, to, { style: colour })]
  })
  return DecorationSet.create(state.doc, decorations)
}

/** Not read out: who is here is told in the list beside the text. */
function caretOf({ name, colour }: Presence): HTMLElement {
  const caret = document.createElement('span')
  caret.className = 'caret'
  caret.ariaHidden = 'true'
  caret.style.setProperty('--caret', colour)
  const flag = document.createElement('span')
  flag.className = 'caret__name'
  flag.textContent = name
  caret.append(flag)
  return caret
}
