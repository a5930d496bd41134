import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto'

/**
 * Text that is signed with Ed25519 and stays readable, in the form that logs of certificates and of
 * software use, so that others' tools verify it: https://c2sp.org/signed-note.
 */

/** Who signs: a name without spaces and plus signs, and a public key. */
export interface Verifier {
  readonly name: string
  /** The 32 bytes of the Ed25519 key (RFC 8032). */
  readonly publicKey: Uint8Array
}

export interface Signer extends Verifier {
  readonly privateKey: KeyObject
}

const ed25519 = Uint8Array.of(1)

export function newSigner(name: string): Signer {
  return signerFrom(name, generateKeyPairSync('ed25519').privateKey)
}

/** `pem`: a private key in PKCS #8. Throws for another kind of key. */
export function readSigner(name: string, pem: string): Signer {
  return signerFrom(name, createPrivateKey(pem))
}

function signerFrom(name: string, privateKey: KeyObject): Signer {
  const { x, crv } = createPublicKey(privateKey).export({ format: 'jwk' })
  if (crv !== 'Ed25519' || !x) throw new Error('not an Ed25519 key')
  return { name, publicKey: Buffer.from(x, 'base64url'), privateKey }
}

export function pemOf({ privateKey }: Signer): string {
  return privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()
}

/** A verifier on one line: `name+keyid+base64`. */
export function writeVerifier({ name, publicKey }: Verifier): string {
  const key = Buffer.concat([ed25519, publicKey]).toString('base64')
  return `${name}+${keyId({ name, publicKey }).toString('hex')}+${key}`
}

/** Null for what is no such line, or names another key than it holds. */
export function readVerifier(line: string): Verifier | null {
  const [, name = '', id = '', encoded = ''] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(line) ?? []
  const bytes = Buffer.from(encoded, 'base64')
  if (bytes.length !== 33 || bytes[0] !== ed25519[0]) return null
  const verifier = { name, publicKey: bytes.subarray(1) }
  return keyId(verifier).toString('hex') === id && bytes.toString('base64') === encoded
    ? verifier
    : null
}

/** `text` ends with a line break and holds no blank line at its end. */
export function signNote(text: string, signer: Signer): string {
  const signature = sign(null, Buffer.from(text), signer.privateKey)
  const line = Buffer.concat([keyId(signer), signature]).toString('base64')
  return `${text}\n— ${signer.name} ${line}\n`
}

/**
 * The text of a note, if this key signed it as it stands here. Signatures of others are passed over, unless it
 * has to be the only one: nothing covers what stands behind a text but its signatures.
 */
export function openNote(
  note: string,
  verifier: Verifier,
  { isAlone = false } = {},
): string | null {
  const split = note.lastIndexOf('\n\n')
  if (split < 0 || !note.endsWith('\n')) return null
  const text = note.slice(0, split + 1)
  const lines = note.slice(split + 2, -1).split('\n')
  if (isAlone && lines.length !== 1) return null
  const key = keyOf(verifier)
  const isSigned = lines.some((line) => {
    const [, name, encoded = ''] = /^— (\S+) (\S+)$/.exec(line) ?? []
    const bytes = Buffer.from(encoded, 'base64')
    if (name !== verifier.name || bytes.length !== 68) return false
    if (bytes.toString('base64') !== encoded) return false
    if (!bytes.subarray(0, 4).equals(keyId(verifier))) return false
    return verify(null, Buffer.from(text), key, bytes.subarray(4))
  })
  return isSigned ? text : null
}

function keyOf({ publicKey }: Verifier): KeyObject {
  const x = Buffer.from(publicKey).toString('base64url')
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
}

/** The first four bytes of SHA-256 over the name, a line break, the kind of key and the key. */
function keyId({ name, publicKey }: Verifier): Buffer {
  const hash = createHash('sha256').update(`${name}\n`).update(ed25519).update(publicKey)
  return hash.digest().subarray(0, 4)
}
