import { seals } from '../schema/record.ts'
import type { Projections } from './context.ts'

export const proofProjections: Projections<'record-key-introduced' | 'record-sealed'> = {
  // Read from the record itself, by whoever verifies it (`db/record-keys.server.ts`).
  'record-key-introduced': async () => {},
  'record-sealed': (tx, { sealId, of, subjectId }, { measureId }) =>
    tx.insert(seals).values({ id: sealId, of, subjectId, measureId }),
}
