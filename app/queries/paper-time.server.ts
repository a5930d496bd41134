import type { Deps } from '#app/commands/deps.ts'
import { databaseTime } from '#db/clock.server.ts'

/** When a paper is made, as it says on it. */
export async function findPaperTime({ db }: Deps): Promise<Date> {
  return (await databaseTime(db)).instant
}
