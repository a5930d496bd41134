import type { Deps } from '#app/commands/deps.ts'
import { countDeskAhead } from './commission-desk.server.ts'
import { countRegisterAhead } from './register.server.ts'

export { forgetKept } from '#db/kept.server.ts'

/** Counts what pages need of everything, so that nobody who looks at one has to wait for it. */
export async function countAhead(deps: Deps): Promise<void> {
  await countRegisterAhead(deps)
  await countDeskAhead(deps)
}
