/** Reads the environment, opens the database, starts everything, and stops it in reverse. */
import { access, constants, mkdir, stat } from 'node:fs/promises'
import path from 'node:path'
import type { RequestListener, Server } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { pino, type Logger } from 'pino'
import { loadDemonstration } from '#app/demonstration/load.server.ts'
import { loadDemoPeople } from '#app/demonstration/load-people.server.ts'
import { demoPeople } from '#app/demonstration/people.ts'
import { CountingAhead } from '#app/counting-ahead.server.ts'
import { readSettings, type Settings } from '#app/env.server.ts'
import { countAttempts } from '#app/http/attempts.server.ts'
import { createApp } from '#app/http/app.server.ts'
import { namesUs, siteOf } from '#app/http/host.server.ts'
import { reportAside } from '#app/http/incidents.server.ts'
import { createLimitedServer } from '#app/http/limits.server.ts'
import { listen } from '#app/http/listen.server.ts'
import { isFromUs } from '#app/http/origin.server.ts'
import { openIdProvider } from '#app/http/openid.server.ts'
import { builtPages, developedPages } from '#app/http/pages.server.ts'
import { sessionCookie } from '#app/http/session-cookie.ts'
import { startMailer } from '#app/mail/mailer.server.ts'
import { openTransport } from '#app/mail/transport.server.ts'
import { makeFirstKey, startRecordKeeper } from '#app/record-keeper.server.ts'
import { findServerFault, openDatabase, type OpenDatabase } from '#db/client.server.ts'
import { startCluster } from '#db/cluster.server.ts'
import { loadDelegationsOffices } from '#db/delegations.server.ts'
import { isDatabaseAway } from '#db/failures.server.ts'
import { countPendingMigrations, migrateDatabase, withPreparationLock } from '#db/migrate.server.ts'
import { people } from '#db/schema/people.ts'
import { findActor } from '#db/sessions.server.ts'
import { openWordReader } from '#app/word/word-reader.server.ts'
import { WordHistories } from '#db/word-histories.server.ts'
import { attachRealtime } from '#realtime/attach.server.ts'
import { mostUnderWay } from '#realtime/committer.server.ts'

/** Something that the operator can put right; its message is all they need to see. */
class CannotStart extends Error {}

const requestGraceMs = 10_000
const readinessPatienceMs = 2_000
/** npm repeats to us the signal that the terminal has sent already; a later one means now. */
const echoMs = 500

/** How to end what was started, to be gone through in reverse. */
const stops: (() => Promise<unknown>)[] = []
let isStopping = false

async function start() {
  const read = readSettings(process.env)
  if (!read.ok) throw new CannotStart(read.problem)
  const { settings } = read
  const logger = pino({ level: settings.logLevel, base: null })
  endAtTheUnknown(logger)
  const say = settings.mode === 'demo' ? console.log : (line: string) => logger.info(line)
  const site = siteOf(settings.publicOrigin, settings.port)

  let answer: RequestListener = (_request, response) =>
    response.writeHead(503, { 'Retry-After': '2' }).end('Concert is starting.\n')
  const httpServer = createLimitedServer((request, response) => answer(request, response))
  const listening = await listenOrSay(httpServer, settings)

  const url = settings.databaseUrl ?? (await startOwnDatabase(settings, say))
  const database = await openOrSay(url)
  await prepareDatabase(url, settings, say)

  const post = { digestTime: settings.digestTime, isSent: settings.mail !== null }
  const send = settings.mail && openTransport(settings.mail, site.origins[0])
  const mailer = await startMailer(database, { ...post, origin: site.origins[0], send }, logger)
  stops.push(() => mailer.stop())

  const keeper = startRecordKeeper(database.db, settings.recordKeyFile, logger)
  stops.push(() => keeper.stop())

  const cookie = sessionCookie(site.origins[0])
  const wordHistories = new WordHistories()
  const options = {
    logger,
    context: {
      deps: { db: database.db },
      mode: settings.mode,
      post,
      register: settings.register,
      origin: site.origins[0],
      attempts: countAttempts(),
      wordHistories,
      readWord: openWordReader(await wordWorker(settings.isDevelopment), (error) =>
        reportAside(logger, 'a Word document was not read', {}, error),
      ),
      identityProvider:
        settings.mode === 'production' && settings.identityProvider
          ? openIdProvider({ ...settings.identityProvider, origin: site.origins[0] })
          : null,
    },
    findSession: (header: string | undefined) => findActor(database.db, cookie.read(header)),
    recordHead: () => realtime.recordHead,
  }
  const pages = settings.isDevelopment
    ? await developedPages(httpServer, options)
    : await builtPages(new URL('./', import.meta.url), options)
  stops.push(() => pages.close())

  const countingAhead = new CountingAhead(
    () => pages.countAhead(),
    (error) => reportAside(logger, 'what is counted was not counted ahead', {}, error),
  )
  stops.push(async () => countingAhead.stop())

  stops.push(() => listening.close(settings.isDevelopment ? 0 : requestGraceMs))
  const commits = openDatabase(url, { connections: mostUnderWay })
  stops.push(() => commits.close())
  const realtime = await attachRealtime({
    httpServer,
    db: database.db,
    commits: commits.db,
    sql: database.sql,
    isOurs: (request) => !isStopping && namesUs(request, site) && isFromUs(request, site),
    findSession: options.findSession,
    roomClosed: (documentId) => wordHistories.forget(documentId),
    recorded: (types) => countingAhead.recorded(types),
    withheld: () => {
      pages.forgetKept().catch((error: unknown) => {
        reportAside(logger, 'what the pages keep was not forgotten', {}, error)
      })
    },
    report: (what, ids, error) => reportAside(logger, what, ids, error),
  })
  stops.push(() => realtime.close())

  // Who is told that we are ready waits for no count: with 200 000 entries that takes two seconds.
  await countingAhead.count()

  // Last: who is told that we are ready finds the sockets ready too.
  answer = createApp({
    site,
    logger,
    isDevelopment: settings.isDevelopment,
    formTargets: settings.identityProvider
      ? [new URL(settings.identityProvider.issuer).origin]
      : [],
    isReady: () => isReady(database),
    assets: pages.assets,
    pages: pages.pages,
  })
  say(`Concert is ready at ${site.origins[0]}`)
  if (settings.mode === 'demo') say(whoCanSignIn(site.origins[0]))
}

/** The code of the thread that reads Word documents: made from the sources while one develops. */
async function wordWorker(isDevelopment: boolean) {
  if (!isDevelopment) return new URL('word-worker.js', import.meta.url)
  const { bundledWorker } = await import('#app/word/bundled-worker.server.ts')
  return bundledWorker()
}

/**
 * Of promises that were rejected and that nobody awaits too. That the database is away is no reason to
 * end, whoever forgot to expect it; after anything else nobody knows what still holds, and the next
 * start begins from what is committed.
 */
function endAtTheUnknown(logger: Logger) {
  process.on('uncaughtException', (error) => {
    reportAside(logger, 'nobody expected a failure', {}, error)
    if (!isDatabaseAway(error)) process.exit(1)
  })
}

async function listenOrSay(httpServer: Server, settings: Settings) {
  const { port, mode } = settings
  try {
    return await listen(httpServer, port, mode === 'demo' ? 'loopback' : 'everywhere')
  } catch (error) {
    const code = codeOf(error)
    if (code === 'EADDRINUSE')
      throw new CannotStart(`port ${port} is taken: stop what uses it, or set PORT`)
    if (code === 'EACCES') throw new CannotStart(`port ${port} may not be opened by this user`)
    throw error
  }
}

async function startOwnDatabase(settings: Settings, say: (line: string) => void) {
  const { dataDir } = settings
  try {
    await makeFolder(path.resolve(dataDir))
    await access(dataDir, constants.W_OK)
  } catch (error) {
    throw new CannotStart(`DATA_DIR ${dataDir} cannot be written (${codeOf(error)})`)
  }
  say(`starting the database in ${dataDir}`)
  try {
    const cluster = await startCluster({ dataDir, say })
    stops.push(() => cluster.stop())
    if (cluster.isAdopted) say('the database was still running: going on with it')
    return cluster.url
  } catch (error) {
    throw new CannotStart(error instanceof Error ? error.message : String(error))
  }
}

async function makeFolderFor(setting: string, file: string) {
  try {
    await makeFolder(path.dirname(file))
  } catch (error) {
    throw new CannotStart(`${setting} ${file} cannot be written (${codeOf(error)})`)
  }
}

/**
 * Makes a folder and those above it that are missing. Not by the option of `mkdir`: that never ends in
 * a place such as /proc, which is there and holds no folders of ours.
 */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder)
  } catch (error) {
    const code = codeOf(error)
    const above = path.dirname(folder)
    if (code === 'ENOENT' && above !== folder) {
      await makeFolder(above)
      await mkdir(folder)
    } else if (code !== 'EEXIST' || !(await stat(folder)).isDirectory()) throw error
  }
}

async function openOrSay(url: string): Promise<OpenDatabase> {
  const database = openDatabase(url)
  stops.push(() => database.close())
  const fault = await findServerFault(database.sql).catch((error: unknown) => {
    const { hostname, port, pathname } = new URL(url)
    const where = `${hostname}:${port || 5432}${pathname}`
    const why = codeOf(error) ?? (error instanceof Error ? error.message : error)
    return `the database ${where} does not answer (${why})`
  })
  if (fault) throw new CannotStart(fault)
  return database
}

/** Migrations; then the delegations at every start; then the demonstration, into an empty database only. */
async function prepareDatabase(url: string, settings: Settings, say: (line: string) => void) {
  const { mode, port, publicOrigin, recordKeyFile } = settings
  say('bringing the database up to date')
  await migrateDatabase(url)
  if (mode === 'demo') await makeFolderFor('RECORD_KEY_FILE', recordKeyFile)
  await withPreparationLock(url, ({ db }) =>
    db.transaction(async (tx) => {
      await loadDelegationsOffices(tx)
      if (mode !== 'demo') return
      await makeFirstKey(tx, siteOf(publicOrigin, port).origins[0], recordKeyFile)
      if ((await tx.$count(people)) > 0) return
      say('loading the demonstration')
      await loadDemoPeople(tx)
      await loadDemonstration(tx)
    }),
  )
}

const introduced = ['nl-drafter', 'nl-representative', 'de-drafter', 'com-officer']

function whoCanSignIn(origin: string): string {
  const names = demoPeople.filter(({ key }) => introduced.includes(key)).map(({ name }) => name)
  return `Sign in at ${origin}/sign-in as one of ${demoPeople.length} people, such as: ${names.join('; ')}`
}

async function isReady({ sql }: OpenDatabase): Promise<boolean> {
  const isMigrated = countPendingMigrations(sql).then(
    (pending) => pending === 0,
    () => false,
  )
  return !isStopping && Promise.race([isMigrated, wait(readinessPatienceMs, false, { ref: false })])
}

/** Reverse order: nobody new comes in, accepted work is finished, then its database is closed. */
async function stop() {
  for (let each = stops.pop(); each; each = stops.pop()) await each()
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}

const started = start().catch(async (error: unknown) => {
  console.error(error instanceof CannotStart ? `Concert cannot start: ${error.message}` : error)
  await stop()
  process.exit(1)
})

let stopAskedAt = 0
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    if (isStopping && Date.now() - stopAskedAt > echoMs) process.exit(1)
    if (isStopping) return
    isStopping = true
    stopAskedAt = Date.now()
    void started.then(stop).then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  })
