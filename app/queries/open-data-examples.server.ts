import type { Deps } from '#app/commands/deps.ts'
import { referenceInAddress } from '#app/measures/measure.ts'
import { registerStates } from '#app/measures/register.ts'
import { exportMeasures, exportRegister } from './register.server.ts'

/** Something that is there for each part of an address that names something; empty in an empty register. */
export async function findExamples(deps: Deps): Promise<Readonly<Record<string, string>>> {
  const everything = {
    words: '',
    issuers: [],
    categories: [],
    states: [...registerStates],
    isCompiled: null,
    on: null,
    after: null,
  }
  const [found, measures] = await Promise.all([
    exportRegister(deps, everything, 1),
    exportMeasures(deps, null, 1),
  ])
  const [entry] = found.ok ? found.rows : []
  const [measure] = measures.ok ? measures.rows : []
  return {
    ...(entry && { issuer: entry.issuer, code: entry.key, id: entry.id }),
    ...(measure && { reference: referenceInAddress(measure.reference) }),
  }
}
