/**
 * `npm run verify -- --database`: goes through the whole record of DATABASE_URL, or of the portal's own
 * database, and says whether its hash chain holds and is what its signed checkpoints say, and whether the
 * tables that screens read are what the record gives when it is played again. With `--noted`, a
 * place that an earlier run printed, and `--checkpoint FILE --key KEY`, checkpoints and a key that were kept
 * elsewhere, nothing up to there can have been changed unnoticed, by whoever owns the database either.
 * Keys that followed one another are given one after the other. `npm run verify -- FILE`: whether a sealed record
 * is what a record says; that takes no database and no network.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { ChainFault, Head } from '#db/chain.server.ts'
import type { CheckpointFault, NamedNote } from '#db/checkpoint-watch.server.ts'
import { replay, type ReplayFault } from '#db/replay.server.ts'
import { type KeptElsewhere, type RecordFault, verifyRecord } from '#db/verification.server.ts'
import { readVerifier, type Verifier } from '#app/proof/signed-note.ts'
import { operate, type Opened, Problem, say } from './operate.ts'
import { verifySealed } from './verify-sealed.ts'

const usage =
  'usage: npm run verify -- FILE [--key KEY] for a sealed record, or ' +
  'npm run verify -- --database [--noted NUMBER:HASH, as it was printed before] ' +
  '[--checkpoint FILE, as often as there are kept ones, --key KEY, as often as there were keys for them]'

const said: Readonly<Record<ChainFault, string>> = {
  missing: 'is missing, though later ones are there',
  'content-changed': 'has another content than was recorded',
  'type-changed': 'is called something else than its content says',
  'position-changed': 'stands elsewhere in its file than was recorded',
  'not-linked': 'does not follow the event before it',
  changed: 'was changed beside its content',
  'cut-off': 'was there when its hash was noted, or one after it, and the record ends before it',
  rewritten: 'is another one than the one whose hash was noted',
}

const saidOfRow: Readonly<Record<ReplayFault['fault'], string>> = {
  changed: 'is not what the record gives',
  missing: 'is given by the record, and is not there',
  added: 'is there, and nothing in the record gives it',
  'not-its-hash': 'is another text than its hash says',
}

const { options, files } = readOptions()
if (files.length > 0) say(verifyFiles())
else operate(readTask, verifyDatabase)

async function verifyFiles(): Promise<string> {
  const { key = [], ...others } = options
  if (Object.keys(others).length > 0) throw new Problem(usage)
  return files.map((file) => verifySealed(file, readKept(file).note, key.map(readKey))).join('\n')
}

async function verifyDatabase(kept: KeptElsewhere, { database }: Opened): Promise<string> {
  const { db } = database
  const verification = await verifyRecord(db, kept, () => replay(db))
  const { faults, head, checkpoints, keys, withoutWords } = verification
  const [fault] = faults
  if (fault || !head)
    throw new Problem(`not valid: ${fault ? wordsOf(fault) : 'there is no record'}`)
  const replaced = keys.filter(({ standing }) => standing === 'replaced')
  return [
    `valid: ${head.eventId} events, ${checkpoints} signed checkpoints, and every table as they give it`,
    ...(withoutWords > 0
      ? [
          `${withoutWords} events without their words: these were withheld or purged, as the record says`,
        ]
      : []),
    ...replaced.map((key) => `nobody vouches for the key of event ${key.eventId}: ${key.reason}`),
    `note elsewhere: ${head.eventId}:${head.hash}`,
  ].join('\n')
}

function wordsOf(fault: RecordFault): string {
  switch (fault.of) {
    case 'event':
      return `event ${fault.eventId} ${said[fault.fault]}`
    case 'checkpoint':
      return `${fault.name} ${saidOf(fault)}`
    case 'row':
      return `${fault.table} ${JSON.stringify(fault.row)} ${saidOfRow[fault.fault]}`
  }
}

function saidOf({ fault, after, upTo }: CheckpointFault): string {
  switch (fault) {
    case 'not-a-checkpoint':
      return 'is no checkpoint'
    case 'another-record':
      return 'is a checkpoint of another record'
    case 'unsigned':
      return 'is not signed by the key that it should be signed by, or was changed since'
    case 'cut-off':
      return `is of ${upTo} events, and the record ends after ${after}`
    case 'other-events':
      return `is of other events: one of the events ${after + 1} to ${upTo} is not the one that was signed`
  }
}

function readTask(): KeptElsewhere {
  const { database, noted, checkpoint = [], key = [] } = options
  if (database !== true || (key.length > 0 && checkpoint.length === 0)) throw new Problem(usage)
  return { noted: readNoted(noted), notes: checkpoint.map(readKept), trusted: key.map(readKey) }
}

function readOptions() {
  const known = {
    database: { type: 'boolean' },
    noted: { type: 'string' },
    checkpoint: { type: 'string', multiple: true },
    key: { type: 'string', multiple: true },
  } as const
  try {
    const { values, positionals } = parseArgs({ options: known, allowPositionals: true })
    return { options: values, files: positionals }
  } catch {
    console.error(usage)
    process.exit(1)
  }
}

function readNoted(noted: string | undefined): Head | null {
  if (noted === undefined) return null
  const [, eventId, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(noted) ?? []
  if (!eventId || !hash) throw new Problem(usage)
  return { eventId: Number(eventId), hash }
}

function readKey(line: string): Verifier {
  const verifier = readVerifier(line)
  if (!verifier)
    throw new Problem(`${line} is no key: it is one line, as "npm run record-key" prints`)
  return verifier
}

/** A path counts from where npm was called. */
function readKept(file: string): NamedNote {
  try {
    return {
      name: file,
      note: readFileSync(path.resolve(process.env.INIT_CWD ?? '.', file), 'utf8'),
    }
  } catch {
    throw new Problem(`${file} cannot be read`)
  }
}
