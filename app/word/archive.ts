import { unzipSync } from 'fflate'
import { WordRefused } from './word-refused.ts'

/** Sizes up to which an archive is unpacked; far above a list of controls of a hundred pages. */
export const archiveLimits = {
  /** Bytes as sent. Pictures count here, and are never unpacked. */
  packed: 16 * 1024 * 1024,
  /** Files in it, read or not. */
  files: 4_000,
  /** Bytes of one part, and of all parts that are read. */
  part: 20 * 1024 * 1024,
  all: 28 * 1024 * 1024,
  /** How many times smaller a part above a mebibyte may be packed. Prose comes to 10 or 20. */
  ratio: 120,
} as const

const mebibyte = 1024 * 1024

export interface Archive {
  /** The parts that were asked for, by name. */
  readonly parts: ReadonlyMap<string, Uint8Array>
  /** The names of all files in it. */
  readonly names: readonly string[]
}

/**
 * Unpacks the wanted parts of a zip, in memory and by name only: nothing is ever written to a disk.
 * Sizes are judged as the archive announces them, before a byte is unpacked; a part that unpacks to
 * something else than was announced is damaged.
 */
export function openArchive(bytes: Uint8Array, isWanted: (name: string) => boolean): Archive {
  if (bytes.length > archiveLimits.packed) throw new WordRefused('word-too-large')
  refuseEncrypted(bytes)
  const names: string[] = []
  const announced = new Map<string, number>()
  let all = 0
  const unpacked = unzip(bytes, ({ name, size, originalSize }) => {
    names.push(name)
    if (names.length > archiveLimits.files) throw new WordRefused('word-too-large')
    if (leadsOut(name)) throw new WordRefused('word-damaged')
    if (!isWanted(name)) return false
    // Two files of one name: who checks one and reads the other is deceived.
    if (announced.has(name)) throw new WordRefused('word-damaged')
    announced.set(name, originalSize)
    all += originalSize
    const isTooTight = originalSize > mebibyte && originalSize > size * archiveLimits.ratio
    if (originalSize > archiveLimits.part || all > archiveLimits.all || isTooTight)
      throw new WordRefused('word-too-large')
    return true
  })
  for (const [name, size] of announced)
    if (unpacked[name]?.length !== size) throw new WordRefused('word-damaged')
  return { parts: new Map(Object.entries(unpacked)), names }
}

function unzip(bytes: Uint8Array, filter: NonNullable<Parameters<typeof unzipSync>[1]>['filter']) {
  try {
    return unzipSync(bytes, { filter })
  } catch (error) {
    if (error instanceof WordRefused) throw error
    throw new WordRefused(startsAsZip(bytes) ? 'word-damaged' : 'word-not-a-document')
  }
}

function startsAsZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4
}

/** A document with a password is no zip but a compound file, as old `.doc` files are. */
function refuseEncrypted(bytes: Uint8Array) {
  const isCompound = [0xd0, 0xcf, 0x11, 0xe0].every((byte, place) => bytes[place] === byte)
  if (!isCompound) return
  // The stream of the encrypted package is named in UTF-16 in the directory of the file.
  const isEncrypted = new TextDecoder('utf-16le').decode(bytes).includes('EncryptedPackage')
  throw new WordRefused(isEncrypted ? 'word-encrypted' : 'word-not-a-document')
}

/** A name that would lead out of the folder that it were unpacked to. */
function leadsOut(name: string): boolean {
  return /^[/\\]|^[a-z]:|\\|\0/i.test(name) || name.split('/').includes('..')
}
