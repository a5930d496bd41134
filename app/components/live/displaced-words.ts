import * as z from 'zod/mini'
import type { Displaced } from '#app/queries/lost-words.ts'

const placeInLine = z.object({ elementId: z.string(), at: z.int() })

/** Words where they stand. */
const standing = { elementId: z.string(), from: z.int(), to: z.int(), words: z.string() }
const said = { key: z.string(), by: z.string() }

const struck = z.object({ ...said, ...standing })

const answer = z.object({
  lost: z.array(
    z.object({
      ...said,
      words: z.string(),
      at: z.string(),
      after: z.nullable(z.string()),
      moved: z.nullable(placeInLine),
      units: z.array(z.object({ client: z.int(), clock: z.int(), length: z.int() })),
    }),
  ),
  doubled: z.array(z.object({ ...standing, isChanged: z.boolean(), canGo: z.boolean() })),
  stranded: z.array(
    z.object({ ...said, ...standing, belongs: placeInLine, replaces: z.nullable(struck) }),
  ),
  struck: z.array(struck),
})

/** Asks the portal what lost its place in the draft of the file at `path`. */
export async function askForDisplaced(path: string): Promise<Displaced> {
  const response = await fetch(`${path}/lost-words`)
  if (!response.ok) throw new Error(`the portal did not say what was lost: ${response.status}`)
  return answer.parse(await response.json())
}
