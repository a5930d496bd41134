import { chainCommands, toggleMark } from 'prosemirror-commands'
import type { MarkType } from 'prosemirror-model'
import type { Command, EditorState } from 'prosemirror-state'
import { redoCommand, undoCommand } from 'y-prosemirror'
import { schema } from '#app/text/schema.ts'
import {
  insertEntry,
  insertNote,
  insertPoint,
  markAround,
  setLink,
  toggleParameter,
  wrapInList,
} from './commands.ts'
import { liftItem, nestItem } from './lists.ts'
import { liftPoint, nestPoint } from './structure.ts'
import { insertTable } from './tables.ts'

export type ToolName =
  | 'entry'
  | 'point'
  | 'note'
  | 'technical-note'
  | 'nb'
  | 'table'
  | 'parameter'
  | 'bold'
  | 'italic'
  | 'superscript'
  | 'subscript'
  | 'link'
  | 'bullet-list'
  | 'numbered-list'
  | 'nest'
  | 'lift'
  | 'undo'
  | 'redo'

export interface Tool {
  readonly name: ToolName
  readonly command: Command
  /** Shown instead of the words, which are then read out only. */
  readonly sign?: string
  /** `Mod` is Ctrl, or Command on Apple's machines. */
  readonly key?: string
  /** For what is on or off. */
  readonly isOn?: (state: EditorState) => boolean
}

const { bold, italic, link, subscript, superscript, parameter } = schema.marks
const { bulletList, orderedList } = schema.nodes

const style = (
  name: 'bold' | 'italic' | 'superscript' | 'subscript',
  sign: string,
  key: string,
) => ({
  name,
  sign,
  key,
  command: toggleMark(schema.marks[name]),
  isOn: (state: EditorState) => hasMark(state, { bold, italic, superscript, subscript }[name]),
})

/** The toolbar, in its groups. */
export const toolGroups: readonly (readonly [name: 'insert' | 'style' | 'structure', Tool[]])[] = [
  [
    'insert',
    [
      { name: 'entry', command: insertEntry },
      { name: 'point', command: insertPoint, key: 'Mod-Alt-P' },
      { name: 'note', command: insertNote('note') },
      { name: 'technical-note', command: insertNote('technical-note') },
      { name: 'nb', command: insertNote('nb') },
      { name: 'table', command: insertTable },
      {
        name: 'parameter',
        command: toggleParameter,
        key: 'Mod-Alt-K',
        isOn: (state) => markAround(state, parameter) !== null,
      },
    ],
  ],
  [
    'style',
    [
      style('bold', 'B', 'Mod-B'),
      style('italic', 'I', 'Mod-I'),
      style('superscript', 'x²', 'Mod-.'),
      style('subscript', 'x₂', 'Mod-,'),
      {
        name: 'link',
        command: setLink(''),
        key: 'Mod-K',
        isOn: (state) => markAround(state, link) !== null,
      },
      { name: 'bullet-list', command: wrapInList(bulletList) },
      { name: 'numbered-list', command: wrapInList(orderedList) },
    ],
  ],
  [
    'structure',
    [
      { name: 'nest', command: chainCommands(nestItem, nestPoint), key: 'Tab' },
      { name: 'lift', command: chainCommands(liftItem, liftPoint), key: 'Shift-Tab' },
      { name: 'undo', command: undoCommand, key: 'Mod-Z' },
      { name: 'redo', command: redoCommand, key: 'Mod-Y' },
    ],
  ],
]

function hasMark(state: EditorState, type: MarkType): boolean {
  const { $from, from, to, empty } = state.selection
  return empty
    ? type.isInSet(state.storedMarks ?? $from.marks()) !== undefined
    : state.doc.rangeHasMark(from, to, type)
}
