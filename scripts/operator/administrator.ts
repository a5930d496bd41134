/**
 * What only the operator can do. `npm run administrator -- --delegation NL --name "…"`: a link for a
 * delegation's first or second administrator. `npm run administrator -- --restored`: after a backup was put back.
 */
import { parseArgs } from 'node:util'
import { inviteAdministrator } from '#app/commands/invite-administrator.server.ts'
import { siteOf } from '#app/http/host.server.ts'
import {
  delegationCodes,
  isDelegation,
  type DelegationCode,
} from '#app/measures/delegation-codes.ts'
import { delegationName } from '#app/measures/delegations.ts'
import { formatFor } from '#app/messages/format.ts'
import { loadDelegationsOffices } from '#db/delegations.server.ts'
import { renewEpochs } from '#db/document-states.server.ts'
import { migrateDatabase, withPreparationLock } from '#db/migrate.server.ts'
import { operate, Problem, type Opened } from './operate.ts'

const usage =
  'usage: npm run administrator -- --delegation NL --name "Administrator, Netherlands", ' +
  'or --restored after a backup was put back'

interface Invitee {
  delegation: DelegationCode
  name: string
}
type Task = ({ isRestored: false } & Invitee) | { isRestored: true }

operate(readArguments, async (task: Task, opened) => {
  await migrateDatabase(opened.url)
  if (!task.isRestored) return invite(task, opened)
  const texts = await renewEpochs(opened.database.db)
  return (
    `${texts} texts begin anew. Tabs that are still open keep what they held for comparing, and merge ` +
    'none of it.'
  )
})

async function invite(
  { delegation, name }: Invitee,
  { database: { db }, url, settings }: Opened,
): Promise<string> {
  await withPreparationLock(url, ({ db }) => db.transaction(loadDelegationsOffices))
  const invited = await inviteAdministrator({ db }, { delegation, name })
  if (!invited.ok)
    throw new Problem(
      `${delegationName(delegation)} has two administrators already, who can invite others`,
    )
  const [origin] = siteOf(settings.publicOrigin, settings.port).origins
  return (
    `Invitation for ${name} to administer the people of ${delegationName(delegation)}.\n` +
    `It works once, until ${formatFor('en').dateTime(invited.expiresAt)} (Brussels):\n\n` +
    `  ${origin}/invitations/${invited.token}\n`
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
