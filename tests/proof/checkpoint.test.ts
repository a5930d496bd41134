import { describe, expect, it } from 'vitest'
import { openCheckpoint, signCheckpoint } from '#app/proof/checkpoint.ts'
import { leafHash, rootOf } from '#app/proof/merkle-tree.ts'
import {
  newSigner,
  openNote,
  pemOf,
  readSigner,
  readVerifier,
  signNote,
  writeVerifier,
} from '#app/proof/signed-note.ts'

// An example that is public with the format: https://c2sp.org/signed-note
const foreign = {
  verifier: 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
  note:
    'This is an example message.\n\n' +
    '— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n',
}

describe('a signed note', () => {
  it('of others is opened by the key of others', () => {
    const verifier = readVerifier(foreign.verifier)
    expect(verifier?.name).toBe('example.com/foo')
    expect(verifier && writeVerifier(verifier)).toBe(foreign.verifier)
    expect(verifier && openNote(foreign.note, verifier)).toBe('This is an example message.\n')
  })

  it('is opened by the key that signed it, also beside signatures of others', () => {
    const [ours, witness] = [newSigner('concert.example/record'), newSigner('witness.example')]
    const text = 'one line\n\nand another\n'
    const note = signNote(text, ours)
    const witnessed = `${note}${signNote(text, witness).slice(text.length + 1)}`
    expect(openNote(note, ours)).toBe(text)
    expect(openNote(witnessed, ours)).toBe(text)
    expect(openNote(note, witness)).toBeNull()
    expect(openNote(note, { ...newSigner(ours.name) })).toBeNull()
  })

  it('is signed by a key that was kept', () => {
    const signer = newSigner('concert.example/record')
    const kept = readSigner(signer.name, pemOf(signer))
    expect(openNote(signNote('kept\n', kept), signer)).toBe('kept\n')
    expect(() => readSigner('concert.example/record', 'no key')).toThrow('unsupported')
  })

  it.each([
    '',
    'concert.example',
    `${foreign.verifier}=`,
    foreign.verifier.replace('530d', '530e'),
  ])('is not opened by what is no key: %j', (line) => expect(readVerifier(line)).toBeNull())
})

describe('a checkpoint', () => {
  const signer = newSigner('concert.example/record')
  const root = rootOf([leafHash(Buffer.from('an event'))])
  const note = signCheckpoint({ size: 1, root }, signer)

  it('says which record, how many events and their root', () => {
    expect(note.split('\n').slice(0, 3)).toEqual([
      'concert.example/record',
      '1',
      Buffer.from(root).toString('base64'),
    ])
    const verifiers = [newSigner(signer.name), signer]
    const opened = openCheckpoint(note, verifiers)
    expect(opened).toMatchObject({ ok: true, checkpoint: { origin: signer.name, size: 1 } })
  })

  it('is opened by no byte that differs from it', () => {
    const bytes = Buffer.from(note)
    for (let place = 0; place < bytes.length; place++) {
      for (const bit of [1, 0x20, 0x80]) {
        const changed = Buffer.from(bytes)
        changed[place] = (changed[place] ?? 0) ^ bit
        expect(openCheckpoint(changed.toString(), [signer])).toMatchObject({ ok: false })
      }
    }
    expect(openCheckpoint(note.slice(0, -1), [signer])).toMatchObject({ ok: false })
  })

  it('of another record, or signed by another key, is none', () => {
    const foreignText = note.slice(0, note.lastIndexOf('\n\n') + 1).replace('concert', 'other')
    expect(openCheckpoint(signNote(foreignText, signer), [signer])).toEqual({
      ok: false,
      reason: 'another-record',
    })
    expect(openCheckpoint(note, [newSigner(signer.name)])).toEqual({
      ok: false,
      reason: 'unsigned',
    })
    expect(openCheckpoint('hello', [signer])).toEqual({ ok: false, reason: 'not-a-checkpoint' })
    expect(openCheckpoint(signNote('hello\n', signer), [signer])).toEqual({
      ok: false,
      reason: 'not-a-checkpoint',
    })
  })
})
