import { baseKeymap, chainCommands, deleteSelection, toggleMark } from 'prosemirror-commands'
import { keymap } from 'prosemirror-keymap'
import type { Command, Plugin } from 'prosemirror-state'
import { redoCommand, undoCommand } from 'y-prosemirror'
import { schema } from '#app/text/schema.ts'
import { insertPoint, toggleParameter } from './commands.ts'
import { dropEmptyBackward, dropEmptyForward } from './empty-points.ts'
import { moveBlocks } from './move-blocks.ts'
import { deleteAcrossSections, selectSection } from './sections.ts'
import { liftItem, nestItem, nextListItem } from './lists.ts'
import { cellBefore, nextCell, paragraphAfterTable, selectCell } from './tables.ts'
import {
  leaveWhenEmpty,
  liftPoint,
  nestPoint,
  nextPoint,
  paragraphAfterEntry,
  pointAfterHeading,
} from './structure.ts'

interface Doors {
  /** Escape: out of the text, to where Tab goes on. */
  leave: Command
  /** Alt-F10: to the toolbar. */
  toToolbar: Command
  editLink: Command
}

const { bold, italic, subscript, superscript } = schema.marks
const { Backspace, Delete, Enter } = baseKeymap

/** Which key does what. The help page and the toolbar's hints tell the same. */
export function keyPlugins({ leave, toToolbar, editLink }: Doors): Plugin[] {
  const enter = [nextPoint, pointAfterHeading, nextListItem, leaveWhenEmpty]
  return [
    keymap({
      'Mod-z': undoCommand,
      'Mod-y': redoCommand,
      'Mod-Shift-z': redoCommand,
      'Mod-b': toggleMark(bold),
      'Mod-i': toggleMark(italic),
      'Mod-,': toggleMark(subscript),
      'Mod-.': toggleMark(superscript),
      'Mod-k': editLink,
      'Mod-Alt-k': toggleParameter,
      'Mod-Alt-p': insertPoint,
      'Mod-a': chainCommands(selectCell, selectSection),
      'Mod-Enter': chainCommands(paragraphAfterTable, paragraphAfterEntry),
      Enter: chain(deleteAcrossSections, ...enter, Enter),
      'Shift-Enter': chain(deleteAcrossSections, Enter),
      Tab: chainCommands(nestItem, nextCell, nestPoint),
      'Shift-Tab': chainCommands(liftItem, cellBefore, liftPoint),
      Backspace: chain(deleteAcrossSections, dropEmptyBackward, Backspace),
      Delete: chain(deleteAcrossSections, dropEmptyForward, Delete),
      'Mod-Backspace': chain(deleteAcrossSections, deleteSelection),
      'Alt-ArrowUp': moveBlocks('up'),
      'Alt-ArrowDown': moveBlocks('down'),
      Escape: leave,
      'Alt-F10': toToolbar,
      'Alt-F9': toCode,
    }),
    keymap(baseKeymap),
  ]
}

/** To the code of the entry that the caret is in, which stands above its words. */
const toCode: Command = ({ selection: { $from } }, _, view) => {
  if ($from.depth < 2 || $from.node(2).type !== schema.nodes.entry) return false
  const entry = view?.nodeDOM($from.before(2))
  if (entry instanceof HTMLElement) entry.querySelector<HTMLElement>('.entry-code')?.focus()
  return true
}

function chain(...commands: (Command | undefined)[]): Command {
  return chainCommands(...commands.filter((command) => command !== undefined))
}
