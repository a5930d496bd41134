import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { recordAdoption } from '#app/commands/record-adoption.server.ts'
import { findKnownCodes } from '#app/queries/known-codes.server.ts'
import type { Content } from '#app/text/content.ts'
import { openRecordScene, type RecordScene } from '#tests/commands/record-scene.ts'
import { item, list } from '#tests/db/adopted-list.ts'

let scene: RecordScene
let dutch: Actor
let reference: string

const gazetted = { gazette: 'Gazette', gazettedOn: '2023-06-30', inForceOn: '2023-09-01' }

beforeAll(async () => {
  scene = await openRecordScene()
  dutch = await scene.person('NL', 'drafter')
  reference = await scene.file(dutch)
  await adopt('NL', list(item('e1', '3B801', 'scanners')), gazetted)
  await adopt('ES', list(item('e1', '3B801', 'scanners'), item('e2', '1B1901', 'rigs')), gazetted)
  await adopt('FR', list(item('e1', '4A902', 'qubits')))
  await adopt('ES', list(item('e1', '4A901', 'qubits')), gazetted)
  await adopt('FR', list(item('e1', '4A901', 'qubits')), gazetted)
})
afterAll(() => scene.close())

async function adopt(owner: 'NL' | 'ES' | 'FR', content: Content, published = {}) {
  const file = await scene.draft({ owner, content })
  const representative = await scene.person(owner, 'representative')
  const input = await scene.adoptionInput(file, published)
  scene.must(await recordAdoption(scene.deps, representative, file, input))
}

const known = async (...codes: string[]) => {
  const answer = await findKnownCodes(scene.deps, dutch, reference, codes)
  return answer.ok
    ? answer.known.map(({ written, issuer, code }) => [written, issuer, code])
    : answer
}

describe('codes in a draft', () => {
  it('mean an entry of the register: of the own list before those of others', async () => {
    expect(await known('3B801.f.5', '1B1901')).toEqual([
      ['3B801.f.5', 'NL', '3B801'],
      ['1B1901', 'ES', '1B1901'],
    ])
  })

  it('mean Annex I by their series, and nothing where several lists or none have them', async () => {
    expect(await known('3A001.a.13', '4A901', '9A999')).toEqual([
      ['3A001.a.13', 'EU', '3A001.a.13'],
    ])
  })

  it('do not tell of what is not public', async () => {
    expect(await known('4A902')).toEqual([])
  })

  it('are told to nobody who may not see the draft', async () => {
    const german = await scene.person('DE', 'drafter')
    const refusal = { ok: false, reason: 'not-found' }
    expect(await findKnownCodes(scene.deps, german, reference, ['3B801'])).toEqual(refusal)
  })
})
