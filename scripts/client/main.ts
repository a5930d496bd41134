/**
 * `npm run client -- --as nl-drafter --file 2026-NL-0001`: writes into a draft of the demonstration from
 * the command line. It is written from realtime/PROTOCOL.md alone and imports nothing of the portal, to
 * show that this can be done. What to do is read as lines:
 *
 *   line N       puts the caret at the end of the Nth line that has words (at first it is at the first)
 *   type WORDS   writes words there
 *   delete N     deletes so many characters before it
 *   wait WORDS   waits until the text has these words, whoever writes them
 *   print        prints the text as it is then
 *
 * The end comes when everything is committed; what is refused is said, and ends it with code 1.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { Draft, Refused } from './draft.ts'
import { perform, readScript } from './script.ts'
import { findDraft, signIn } from './visit.ts'

const usage = `usage: npm run client -- --as nl-drafter --file 2026-NL-0001
         [--portal http://localhost:3000] [--script FILE, or the lines on standard input]`

async function main() {
  const values = readArguments()
  if (!values.as || !values.file) throw new Refused(usage)
  const script = readScript(readFileSync(values.script ?? 0, 'utf8'))
  const portal = new URL(values.portal).origin
  const cookie = await signIn(portal, values.as)
  const documentId = await findDraft(portal, cookie, values.file)
  const draft = await Draft.open({ portal, cookie, documentId })
  try {
    await perform(script, draft, console.log)
    await draft.saved()
  } finally {
    draft.close()
  }
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        as: { type: 'string' },
        file: { type: 'string' },
        portal: { type: 'string', default: 'http://localhost:3000' },
        script: { type: 'string' },
      },
    }).values
  } catch {
    throw new Refused(usage)
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Refused ? error.message : error)
  process.exitCode = 1
})
