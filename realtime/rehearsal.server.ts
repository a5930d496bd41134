import * as Y from 'yjs'
import { appendContent, newLiveText, type LiveText } from '#app/text/live-text.ts'
import { emptyDraft } from '#app/text/schema.ts'
import { judgeRound } from './judge-round.server.ts'
import { LiveCopy } from './live-copy.server.ts'
import type { Member } from './round.ts'

const writer: Member = {
  socketId: '',
  personId: '',
  name: '',
  delegation: 'NL',
  clientId: 1,
  mode: 'write',
}

/**
 * Takes some words of nobody's through the gate into a text that nobody has, so that the first words after
 * a start do not wait until all that they pass has been compiled. Throws if the gate refuses them: then
 * it would refuse everybody's.
 */
export async function rehearse(): Promise<void> {
  const live = withDraft()
  const typist = newLiveText()
  Y.applyUpdate(typist.doc, Y.encodeStateAsUpdate(live.doc))
  typist.doc.clientID = writer.clientId
  const updates: Uint8Array[] = []
  typist.doc.on('update', (update: Uint8Array) => void updates.push(update))
  const [line] = typist.text.createTreeWalker((part) => part instanceof Y.XmlText)
  if (!(line instanceof Y.XmlText)) throw new Error('a draft without a line')
  for (const letter of 'some words') line.insert(line.length, letter)
  line.delete(0, 1)

  const copy = new LiveCopy(null, 0)
  copy.replace(live)
  for (const update of updates) {
    const submission = { member: writer, updates: [update], bytes: update.byteLength, answer() {} }
    const { outcomes } = await judgeRound(copy, [submission], async () => {})
    if (outcomes[0]?.refusal !== null) throw new Error('the gate refuses honest words')
    copy.settle()
  }
  copy.destroy()
  typist.doc.destroy()
}

function withDraft(): LiveText {
  const live = newLiveText()
  appendContent(live.text, emptyDraft())
  return live
}
