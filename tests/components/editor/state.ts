import { Node } from 'prosemirror-model'
import { EditorState, type Command } from 'prosemirror-state'
import { tablePlugin } from '#app/components/editor/tables.ts'
import { tidyPlugin } from '#app/components/editor/tidy.ts'
import { schema } from '#app/text/schema.ts'

/** A text as the editor holds it, without a browser: what it tidies up after each edit is done too. */
export function open(content: object): EditorState {
  return EditorState.create({
    doc: Node.fromJSON(schema, content),
    plugins: [tidyPlugin(), tablePlugin()],
  })
}

/** What a command makes of it; the same where it refuses. */
export function run(state: EditorState, command: Command): EditorState {
  let after = state
  command(state, (tr) => {
    after = state.apply(tr)
  })
  return after
}
