import { openDatabase, type OpenDatabase } from '#db/client.server.ts'
import { startCluster } from '#db/cluster.server.ts'
import { migrateDatabase } from '#db/migrate.server.ts'
import { buildNode, type NodeProcess, type NodeProgram } from '#tests/realtime/node-processes.ts'
import { loadPeople, openDraft } from '#tests/realtime/portal.ts'
import { startWatchdog } from '#tests/setup/watchdog.ts'
import { doc, paragraph, section } from '#tests/text/sample.ts'

/** Two nodes on one database, and two texts: in `marks` nobody deletes, in `wild` anything goes. */
export interface World {
  database: OpenDatabase
  /** Where the nodes reach it. */
  url: string
  program: NodeProgram
  nodes: NodeProcess[]
  /** What people call the portal, whichever node they reach. */
  origin: string
  marks: string
  wild: string
  close(): Promise<void>
}

export async function openWorld(): Promise<World> {
  const watchdog = startWatchdog()
  const cluster = await startCluster({ dataDir: watchdog.makeFolder('soak'), say: () => {} })
  await migrateDatabase(cluster.url)
  const database = openDatabase(cluster.url)
  await loadPeople(database)
  const program = await buildNode(watchdog, 'soak')
  const first = await program.start(cluster.url)
  const { origin } = first
  const nodes = [first, await program.start(cluster.url, { origin })]
  const marks = await openDraft(database, doc(section('subject', paragraph('p', '.'))))
  const wild = await openDraft(database)
  return {
    database,
    url: cluster.url,
    program,
    nodes,
    origin,
    marks: marks.documentId,
    wild: wild.documentId,
    async close() {
      for (const node of nodes) await node.kill()
      program.remove()
      await database.close()
      await cluster.stop()
      await watchdog.finish()
    },
  }
}
