import type { LoaderFunctionArgs } from '@remix-run/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoActor } from '#app/demonstration/acting.server.ts'
import { loadHistories, type References } from '#app/demonstration/histories.server.ts'
import { loadDemoPeople } from '#app/demonstration/load-people.server.ts'
import { readRegisterAddress, registerQuery } from '#app/http/register-address.ts'
import type { CoverageExtent } from '#app/measures/article-10.ts'
import type { MemberStateCode } from '#app/measures/delegation-codes.ts'
import type { Day } from '#app/measures/measure.ts'
import { registerStates } from '#app/measures/register.ts'
import { findRecordPage } from '#app/queries/record-page.server.ts'
import { searchRegister } from '#app/queries/register.server.ts'
import { loader as entryJson } from '#app/routes/register.$issuer.$code.entry[.]json.ts'
import { loader as entryPage } from '#app/routes/register.$issuer.$code._index.tsx'
import { loadDelegationsOffices } from '#db/delegations.server.ts'
import { findRegisterEntry } from '#app/queries/register-entry.server.ts'
import { findEditions } from '#db/entries.server.ts'
import { entries } from '#db/schema/register.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'

/**
 * The facts as the public record has them, stated once more and apart from what is loaded. Null: not
 * established. `compiled` are the days on which an edition of the compilation came that names the entry.
 */
interface Fact {
  readonly issuer: MemberStateCode
  readonly key: string
  readonly adopted: Day | null
  readonly inForce: Day | null
  /** From when an amendment took its place. */
  readonly amended?: Day
  readonly compiled?: Day
  readonly covered?: readonly { point: string; by: string; extent: CoverageExtent }[]
}

const annexI: Day = '2025-11-15'
/** Its amendments are of days that are not established, and of none before it. */
const dutchList: Day = '2023-06-23'

const facts: readonly Fact[] = [
  // Staatscourant 2023, 18212; OJ C, C/2023/441, 20.10.2023. The codes of four digits gave way to the 800 series.
  {
    issuer: 'NL',
    key: '3B1001',
    adopted: '2023-06-23',
    inForce: '2023-09-01',
    amended: '2025-04-01',
    compiled: '2023-10-20',
  },
  {
    issuer: 'NL',
    key: '3B801',
    adopted: dutchList,
    inForce: '2025-04-01',
    covered: [
      { point: 'a.4', by: '3B501.a.4', extent: 'partly' },
      { point: 'd.1', by: '3B501.n.1.c', extent: 'wholly' },
      { point: 'd.2', by: '3B501.n.5', extent: 'wholly' },
      { point: 'f.5', by: '3B501.f.1.b', extent: 'wholly' },
      { point: 'f.6', by: '', extent: 'not' },
      { point: 'l', by: '3B501.m', extent: 'wholly' },
    ],
  },
  { issuer: 'NL', key: '3B802', adopted: dutchList, inForce: '2025-04-01' },
  { issuer: 'NL', key: '3D809', adopted: dutchList, inForce: '2025-04-01' },
  // BOE-A-2023-12785: when it entered into force is not established.
  { issuer: 'ES', key: '1B1901', adopted: '2023-05-31', inForce: null, compiled: '2023-10-20' },
  // NOR ECOI2401482A, and the compilation of 27 September 2024, whose number is not established.
  {
    issuer: 'FR',
    key: 'FR',
    adopted: '2024-02-02',
    inForce: '2024-03-01',
    compiled: '2024-09-27',
  },
  // Order 694 of 29 May 2024.
  { issuer: 'DK', key: '2B910', adopted: '2024-05-29', inForce: '2024-07-01' },
  // Decree 1325/BIS/371: in force fifteen days after a notice whose day is not established.
  { issuer: 'IT', key: 'IT', adopted: '2024-07-01', inForce: null },
  { issuer: 'DE', key: '5A902', adopted: null, inForce: '2024-07-23' },
]

/** Each day on which something is known to have happened, the one before, and some besides. */
const days: readonly Day[] = [
  ...new Set([
    '2022-01-01',
    '2026-11-21',
    ...facts
      .flatMap(({ adopted, inForce, amended, compiled }) => [adopted, inForce, amended, compiled])
      .concat(annexI, '2024-09-07', '2025-05-01', '2025-07-01')
      .filter((day) => day !== null && day !== undefined)
      .flatMap((day) => [dayBefore(day), day]),
  ]),
].toSorted()

/** What follows from the facts, and from nothing else. */
function expected({ adopted, inForce, amended, compiled, covered = [] }: Fact, on: Day) {
  const national = () => {
    if (adopted && on < adopted) return 'not-adopted'
    if (amended && amended <= on) return 'ended'
    if (!inForce) return 'unrecorded'
    return inForce <= on ? 'in-force' : 'to-come'
  }
  const begins = inForce && compiled ? (inForce > compiled ? inForce : compiled) : null
  const article10 = () => {
    if (!begins) return 'missing'
    if (amended && amended <= on) return 'ended'
    return begins <= on ? 'holds' : 'to-come'
  }
  const isCompiled = compiled !== undefined && compiled <= on
  return {
    state: national(),
    basis: article10(),
    isCompiled,
    covered: covered
      .filter(() => annexI <= on)
      .map(({ point, by, extent }) => `${point} ${extent} by ${by}`),
  }
}

let database: FreshDatabase
let keys: Map<string, string>
let lists: References

beforeAll(async () => {
  database = await freshDatabase()
  lists = await database.db.transaction(async (tx) => {
    await loadDelegationsOffices(tx)
    await loadDemoPeople(tx)
    return loadHistories({ tx, deps: { db: tx } })
  })
  const rows = await database.db
    .select({ issuer: entries.issuer, code: entries.code, key: entries.key })
    .from(entries)
  // An entry whose code is not known has a name of its own.
  keys = new Map(rows.map(({ issuer, code, key }) => [`${issuer} ${code || issuer}`, key]))
})
afterAll(() => database.close())

const keyOf = ({ issuer, key }: Fact) => keys.get(`${issuer} ${key}`) ?? key

async function asked<Data>(
  loader: (args: LoaderFunctionArgs) => Promise<Response>,
  fact: Fact,
  on: Day,
): Promise<Data> {
  const address = `http://localhost/register/${fact.issuer}/x?on=${on}`
  const context = { deps: { db: database.db }, actor: null, origin: 'http://localhost' }
  const answer = await loader({
    request: new Request(address),
    params: { issuer: fact.issuer, code: keyOf(fact) },
    context,
  } as unknown as LoaderFunctionArgs)
  return (await answer.json()) as Data
}

interface Covered {
  point: string
  annexICode: string
  extent: string
}

const named = ({ point, annexICode, extent }: Covered) => `${point} ${extent} by ${annexICode}`

describe('the register knows of real lists as of a day', () => {
  it.each(facts.map((fact) => [`${fact.issuer} ${fact.key}`, fact] as const))(
    '%s by its search, its page and its data',
    async (_, fact) => {
      const said: unknown[] = []
      const derived: unknown[] = []
      for (const on of days) {
        const { state, basis, isCompiled, covered } = expected(fact, on)
        derived.push({
          on,
          search: { state, isCompiled },
          page: { state, basis, covered },
          data: { state, basis, covered },
        })

        const search = readRegisterAddress(
          new URLSearchParams(
            registerQuery({
              words: '',
              issuers: [fact.issuer],
              categories: [],
              states: [...registerStates],
              isCompiled: null,
              on,
              after: null,
            }),
          ),
        )
        const { rows } = await searchRegister({ db: database.db }, search)
        const row = rows.find(({ key }) => key === keyOf(fact))

        const page = await asked<{
          editions: {
            state: string
            basis: { state: string }
            coverage: (Covered & { isSince: boolean })[]
          }[]
        }>(entryPage, fact, on)
        const [edition] = page.editions

        const data = await asked<{
          on: string
          nationalControl: { state: string }
          article10: { basis: { state: string } }
          editions: { coveredByAnnexI: (Covered & { isCovered: boolean })[] }[]
        }>(entryJson, fact, on)

        said.push({
          on: data.on,
          search: { state: row?.state, isCompiled: row?.isCompiled },
          page: {
            state: edition?.state,
            basis: edition?.basis.state,
            covered: edition?.coverage.filter(({ isSince }) => isSince).map(named),
          },
          data: {
            state: data.nationalControl.state,
            basis: data.article10.basis.state,
            covered: data.editions[0]?.coveredByAnnexI
              .filter(({ isCovered }) => isCovered)
              .map(named),
          },
        })
      }
      expect(said).toEqual(derived)
    },
  )

  it('as somebody would ask it', async () => {
    const dutch = facts[0]
    if (!dutch) throw new Error('no fact')
    const answers: Record<Day, [national: string, article10: object]> = {
      '2023-06-22': ['not-adopted', { state: 'to-come', from: '2023-10-20' }],
      '2023-06-23': ['to-come', { state: 'to-come', from: '2023-10-20' }],
      '2023-09-01': ['in-force', { state: 'to-come', from: '2023-10-20' }],
      '2023-10-20': ['in-force', { state: 'holds', since: '2023-10-20', until: '2025-04-01' }],
      // The amendment of 7 September 2024 left it as it was, as far as is known.
      '2024-09-07': ['in-force', { state: 'holds', since: '2023-10-20' }],
      '2025-03-31': ['in-force', { state: 'holds', endedBy: ['amended'] }],
      '2025-04-01': ['ended', { state: 'ended', on: '2025-04-01', by: ['amended'] }],
    }
    for (const [on, [state, basis]] of Object.entries(answers))
      expect(await asked(entryJson, dutch, on)).toMatchObject({
        on,
        nationalControl: { state },
        article10: { basis },
      })
  })

  it('ends the basis of a point that Annex I took over, and says nothing of the others', async () => {
    const scanners = facts[1]
    if (!scanners) throw new Error('no fact')
    // The editions of the compilation that name the 800 series are not established, so no basis is shown.
    expect(await asked(entryJson, scanners, '2025-12-01')).toMatchObject({
      nationalControl: { state: 'in-force' },
      article10: { basis: { state: 'missing', conditions: ['in-compilation'] } },
      editions: [
        {
          coveredByAnnexI: [
            { point: 'a.4', extent: 'partly', article10: { basis: { state: 'missing' } } },
            { point: 'd.1', extent: 'wholly' },
            {
              point: 'd.2',
              extent: 'wholly',
              article10: { basis: { state: 'ended', on: annexI, by: ['covered'] } },
            },
            { point: 'f.5', article10: { basis: { state: 'ended', on: annexI } } },
            { point: 'f.6', extent: 'not', article10: { basis: { state: 'missing' } } },
            { point: 'l', article10: { basis: { state: 'ended', on: annexI } } },
          ],
        },
      ],
    })
  })

  it('keeps what is not established as such: days of acts, of gazettes and of notifications', async () => {
    const reference = lists.get('NL') ?? ''
    const deps = { db: database.db }
    const page = await findRecordPage(deps, demoActor('com-officer'), reference)
    expect(page).toMatchObject({
      adoption: { adoptedOn: '2023-06-23', gazettedOn: '2023-06-30' },
      notifications: [{ addressees: [{ delegation: 'COM', sentOn: null }] }],
    })
    const entry = await findRegisterEntry(deps, null, 'NL', '3B801')
    expect(entry).toMatchObject({
      editions: [{ act: { adoptedOn: null }, inForceFrom: '2025-04-01' }],
    })
    expect(await findEditions(database.db, 'DK', '2B910')).toHaveLength(1)
    const spanish = await findRecordPage(deps, demoActor('com-officer'), lists.get('ES') ?? '')
    expect(spanish).toMatchObject({
      adoption: { gazetteReference: 'BOE-A-2023-12785', gazettedOn: null, inForceOn: null },
    })
  })
})

function dayBefore(day: Day): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}
