import { type SealFault, verifySealedFile } from '#app/proof/sealed-record.ts'
import { type Verifier, writeVerifier } from '#app/proof/signed-note.ts'
import { Problem } from './operate.ts'

const said: Readonly<Record<SealFault, string>> = {
  'not-a-sealed-record': 'it is no sealed record, or something was taken out of it or put in',
  'written-otherwise': 'it is not written as it was given out',
  'parts-changed': 'its parts are not the ones that were sealed',
  'content-changed': 'the event that seals it has another content than was recorded',
  'not-in-the-record': 'its event is not in the record that the checkpoint signs',
  'not-a-checkpoint': 'its checkpoint is none',
  'another-record': 'its checkpoint is of another record than its key',
  unsigned: 'its checkpoint is not signed by a key that it should be signed by',
}

/** What `npm run verify -- FILE` says of a sealed record. Throws a Problem with the first thing that does not hold. */
export function verifySealed(name: string, text: string, trusted: readonly Verifier[]): string {
  const verdict = verifySealedFile(text, trusted)
  if (!verdict.ok) throw new Problem(`${name}: not valid: ${said[verdict.fault]}`)
  const { file, checkpoint, key } = verdict
  const { parts, withheld, content, event } = file
  const lines = [
    `${name}: valid`,
    `  ${content.of}, sealed ${event.at} as event ${event.id} of ${checkpoint.origin}`,
    `  ${parts.length} parts are shown; the others are among ${withheld.length} hashes`,
    `  signed by ${writeVerifier(key)}`,
  ]
  if (trusted.length > 0) return lines.join('\n')
  return [
    ...lines,
    '  compare this key with the one that the portal made known: only then is it proof',
  ].join('\n')
}
