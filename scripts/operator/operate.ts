import { readSettings, type Settings } from '#app/env.server.ts'
import { findServerFault, openDatabase, type OpenDatabase } from '#db/client.server.ts'
import { startCluster } from '#db/cluster.server.ts'

/** What the operator can put right; its message is all they need to see. */
export class Problem extends Error {}

export interface Opened {
  readonly database: OpenDatabase
  readonly url: string
  readonly settings: Settings
}

/**
 * Runs a command of the operator on the portal's database: that of DATABASE_URL, or the portal's own,
 * which is adopted and left running where a portal runs beside. A problem is one line and exit code 1.
 * `prepare` reads the arguments, before anything is opened.
 */
export function operate<Task>(
  prepare: () => Task,
  run: (task: Task, opened: Opened) => Promise<string>,
): void {
  say(open(prepare, run))
}

/** Prints what a command found, or the one line of its problem. */
export function say(found: Promise<string>): void {
  found.then(
    (words) => console.log(words),
    (error: unknown) => {
      console.error(error instanceof Problem ? error.message : error)
      process.exitCode = 1
    },
  )
}

async function open<Task>(
  prepare: () => Task,
  run: (task: Task, opened: Opened) => Promise<string>,
): Promise<string> {
  const read = readSettings(process.env)
  if (!read.ok) throw new Problem(read.problem)
  const { settings } = read
  const task = prepare()
  const { url, stop } = await reachDatabase(settings)
  const database = openDatabase(url, { connections: 2 })
  try {
    const fault = await findServerFault(database.sql)
    if (fault) throw new Problem(fault)
    return await run(task, { database, url, settings })
  } finally {
    await database.close()
    await stop()
  }
}

async function reachDatabase({ databaseUrl, dataDir }: Settings) {
  if (databaseUrl) return { url: databaseUrl, stop: async () => {} }
  return startCluster({ dataDir, say: () => {} })
}
