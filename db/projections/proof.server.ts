import type { Projections } from './context.ts'

export const proofProjections: Projections<'record-key-introduced'> = {
  // Read from the record itself, by whoever verifies it (`db/record-keys.server.ts`).
  'record-key-introduced': async () => {},
}
