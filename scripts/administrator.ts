/**
 * What only the operator can do. `npm run administrator -- --delegation NL --name "…"`: a link for a
 * delegation's first or second administrator. `npm run administrator -- --restored`: after a backup was put back.
 */
import { parseArgs } from 'node:util'
import { inviteAdministrator } from '#app/commands/invite-administrator.server.ts'
import { readSettings, type Settings } from '#app/env.server.ts'
import { siteOf } from '#app/http/host.server.ts'
import {
  delegationCodes,
  isDelegation,
  type DelegationCode,
} from '#app/measures/delegation-codes.ts'
import { delegationName } from '#app/measures/delegations.ts'
import { formatFor } from '#app/messages/format.ts'
import { findServerFault, openDatabase } from '#db/client.server.ts'
import { startCluster } from '#db/cluster.server.ts'
import { loadDelegationsOffices } from '#db/delegations.server.ts'
import { renewEpochs } from '#db/document-states.server.ts'
import { migrateDatabase, withPreparationLock } from '#db/migrate.server.ts'

/** What the operator can put right; its message is all they need to see. */
class Problem extends Error {}

const usage =
  'usage: npm run administrator -- --delegation NL --name "Administrator, Netherlands", ' +
  'or --restored after a backup was put back'

type Task = { isRestored: true } | { isRestored: false; delegation: DelegationCode; name: string }

async function main() {
  const read = readSettings(process.env)
  if (!read.ok) throw new Problem(read.problem)
  const { settings } = read
  const task = readArguments()
  const { url, stop } = await reachDatabase(settings)
  const database = openDatabase(url, { connections: 2 })
  try {
    const fault = await findServerFault(database.sql)
    if (fault) throw new Problem(fault)
    await migrateDatabase(url)
    if (task.isRestored) return console.log(announce(await renewEpochs(database.db)))
    const { delegation, name } = task
    await withPreparationLock(url, ({ db }) => db.transaction(loadDelegationsOffices))
    const invited = await inviteAdministrator({ db: database.db }, { delegation, name })
    if (!invited.ok)
      throw new Problem(
        `${delegationName(delegation)} has two administrators already, who can invite others`,
      )
    const [origin] = siteOf(settings.publicOrigin, settings.port).origins
    console.log(
      `Invitation for ${name} to administer the people of ${delegationName(delegation)}.\n` +
        `It works once, until ${formatFor('en').dateTime(invited.expiresAt)} (Brussels):\n\n` +
        `  ${origin}/invitations/${invited.token}\n`,
    )
  } finally {
    await database.close()
    await stop()
  }
}

function announce(texts: number): string {
  return (
    `${texts} texts begin anew. Tabs that are still open keep what they held for comparing, and merge ` +
    'none of it.'
  )
}

function readArguments(): Task {
  const { values } = parseArgs({
    options: {
      delegation: { type: 'string' },
      name: { type: 'string' },
      restored: { type: 'boolean' },
    },
    strict: false,
  })
  const { delegation, name, restored } = values
  if (restored === true) return { isRestored: true }
  if (typeof delegation !== 'string' || typeof name !== 'string') throw new Problem(usage)
  if (!isDelegation(delegation))
    throw new Problem(`--delegation must be one of ${delegationCodes.join(', ')}`)
  if (name.trim() === '' || name.length > 120)
    throw new Problem('--name must have between 1 and 120 characters')
  return { isRestored: false, delegation, name: name.trim() }
}

/** Beside a portal that runs: its own database is adopted, and left running. */
async function reachDatabase({ databaseUrl, dataDir }: Settings) {
  if (databaseUrl) return { url: databaseUrl, stop: async () => {} }
  return startCluster({ dataDir, say: () => {} })
}

main().catch((error: unknown) => {
  console.error(error instanceof Problem ? error.message : error)
  process.exitCode = 1
})
