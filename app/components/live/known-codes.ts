import * as z from 'zod/mini'
import { markDeclarations, referredIssuers } from '#app/text/grammar.ts'

const answer = z.array(
  z.object({
    written: z.string(),
    issuer: z.nullable(z.enum(referredIssuers)),
    code: z.string().check(z.maxLength(markDeclarations.reference.code.rule.max)),
    target: z.null(),
  }),
)

/** Asks the portal what codes mean in the draft of the file at `path`. */
export async function askForCodes(path: string, codes: readonly string[]) {
  const asked = new URLSearchParams(codes.map((code) => ['code', code]))
  const response = await fetch(`${path}/codes?${asked}`)
  if (!response.ok) throw new Error(`the portal did not say what codes mean: ${response.status}`)
  return answer.parse(await response.json())
}
