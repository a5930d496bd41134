/**
 * The database driver with the faults mended that a dying connection meets (ARCHITECTURE.md,
 * "a mended database driver"). Nothing on disk is changed: the driver is mended as it is bundled, and
 * bundling fails when the text to be mended is not what was read here.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'

/** What was read; another version may need no mending, or another one. */
const version = '3.4.9'

/** Each text stands in its file exactly once. */
const mends = {
  'connection.js': [
    // Nothing that waits to be written outlives its socket, or the next one is never written to
    // (porsager/postgres #1154). A write without a socket refuses its queries instead of throwing
    // where nobody can catch it, which ends the process (#1208).
    [
      `  function nextWrite(fn) {
    const x = socket.write(chunk, fn)
    nextWriteTimer !== null && clearImmediate(nextWriteTimer)
    chunk = nextWriteTimer = null
    return x
  }
`,
      `  function nextWrite(fn) {
    if (!socket) {
      forgetWrite()
      refuseUnderWay()
      return false
    }
    const x = socket.write(chunk, fn)
    forgetWrite()
    return x
  }

  function forgetWrite() {
    nextWriteTimer !== null && clearImmediate(nextWriteTimer)
    chunk = nextWriteTimer = null
  }

  function refuseUnderWay() {
    const gone = Errors.connection('CONNECTION_CLOSED', options, socket)
    stream && (stream.destroy(gone), stream = null)
    query && queryError(query, gone)
    while (sent.length)
      queryError(sent.shift(), gone)
    // What the old server process said last must not be taken for an answer to the next query.
    query = results = errorResponse = null
    result = new Result()
    rows = 0
  }
`,
    ],
    [
      `      error(Errors.connection('CONNECTION_DESTROYED', options))

    clearImmediate(nextWriteTimer)
`,
      `      error(Errors.connection('CONNECTION_DESTROYED', options))

    forgetWrite()
`,
    ],
    [
      `    incomings = null
    clearImmediate(nextWriteTimer)
    socket.removeListener('data', data)
`,
      `    incomings = null
    forgetWrite()
    socket.removeListener('data', data)
`,
    ],
    // Also after an error: a query may have come between the error and the close. And who waits for
    // a connection is told that it was closed, instead of trying again at once without an end.
    [
      `    if (initial)
      return reconnect()

    !hadError && (query || sent.length) && error(Errors.connection('CONNECTION_CLOSED', options, socket))
`,
      `    if (initial && options.host.length > 1)
      return reconnect()

    initial && error(Errors.connection('CONNECTION_CLOSED', options, socket))
    refuseUnderWay()
`,
    ],
    // Whoever waits for the connection is told; nobody waits for this promise itself.
    [
      `        return fetchArrayTypes()
`,
      `        return fetchArrayTypes().catch(noop)
`,
    ],
    // Read by the last mend in index.js.
    [
      `    terminated = false
    backendParameters = {}
`,
      `    terminated = false
    connection.isUp = false
    backendParameters = {}
`,
    ],
    [
      `    result = new Result()
    connectTimer.cancel()
`,
      `    result = new Result()
    connection.isUp = true
    connectTimer.cancel()
`,
    ],
    // A transaction takes its connection also where that takes no further query (100 of them wait
    // on it): else it fails, and its BEGIN stays open around what others do there next.
    [
      `      return write(toBuffer(q))
        && !q.describeFirst
        && !q.cursorFn
        && sent.length < max_pipeline
        && (!q.options.onexecute || q.options.onexecute(connection))
`,
      `      const isWritten = write(toBuffer(q))
      socket && q.options.onexecute && q.options.onexecute(connection)
      return isWritten
        && !q.describeFirst
        && !q.cursorFn
        && sent.length < max_pipeline
        && !q.options.onexecute
`,
    ],
  ],
  'index.js': [
    // A transaction ends with its connection. Else it goes on in whatever runs on that connection
    // next (#1216), and queries that wait in it are never answered (#1186).
    [
      `    let savepoints = 0
      , connection
      , prepare = null

    try {
      await sql.unsafe('begin ' + options.replace(/[^a-z ]/ig, ''), [], { onexecute }).execute()
      return await Promise.race([
        scope(connection, fn),
        new Promise((_, reject) => connection.onclose = reject)
      ])
`,
      `    let savepoints = 0
      , connection
      , lost = null
      , prepare = null
      , onlost
    const losing = new Promise((_, reject) => onlost = reject)
    losing.catch(() => { /* told to the queries as well */ })

    try {
      await sql.unsafe('begin ' + options.replace(/[^a-z ]/ig, ''), [], { onexecute }).execute()
      return await Promise.race([scope(connection, fn), losing])
`,
    ],
    [
      `        q.catch(e => uncaughtError || (uncaughtError = e))
        c.queue === full
`,
      `        q.catch(e => uncaughtError || (uncaughtError = e))
        if (lost)
          return q.reject(lost)

        c.queue === full
`,
    ],
    [
      `      connection = c
      move(c, reserved)
`,
      `      connection = c
      c.onclose = e => {
        lost = e
        while (queries.length)
          queries.shift().reject(e)
        onlost(e)
      }
      move(c, reserved)
`,
    ],
    // The same for a connection that somebody keeps.
    [
      `    move(c, reserved)
    c.reserved = () => queue.length
      ? c.execute(queue.shift())
      : move(c, reserved)
    c.reserved.release = true

    const sql = Sql(handler)
    sql.release = () => {
      c.reserved = null
      onopen(c)
    }
`,
      `    let lost = null
    move(c, reserved)
    c.reserved = () => queue.length
      ? c.execute(queue.shift())
      : move(c, reserved)
    c.reserved.release = true
    c.onclose = e => {
      lost = e
      while (queue.length)
        queue.shift().reject(e)
    }

    const sql = Sql(handler)
    sql.release = () => {
      if (lost)
        return
      c.onclose = null
      c.reserved = null
      onopen(c)
    }
`,
    ],
    [
      `    function handler(q) {
      c.queue === full
        ? queue.push(q)
`,
      `    function handler(q) {
      if (lost)
        return q.reject(lost)

      c.queue === full
        ? queue.push(q)
`,
    ],
    // When nothing is connected and an attempt has failed, all who wait are told. Else each of them
    // waits for an attempt of its own, and their number grows as long as the server is away.
    [
      `    options.onclose && options.onclose(c.id)
    queries.length && connect(c, queries.shift())
`,
      `    options.onclose && options.onclose(c.id)
    if (!c.isUp && !open.length && !busy.length && !full.length && !reserved.length)
      while (queries.length)
        queries.shift().reject(e)
    queries.length && connect(c, queries.shift())
`,
    ],
  ],
}

/** For esbuild. The driver is bundled, because a package left outside could not be mended. */
export const mendedDriver = {
  name: 'mended-driver',
  setup(build) {
    build.onResolve({ filter: /^postgres$/ }, () => ({
      path: path.join(build.initialOptions.absWorkingDir, 'node_modules/postgres/src/index.js'),
    }))
    build.onLoad({ filter: /postgres[\\/]src[\\/]\w+\.js$/ }, ({ path: file }) => ({
      contents: mended(file, readFileSync(file, 'utf8')),
      loader: 'js',
    }))
  },
}

/** For vitest, which must be told to process the driver too (`server.deps.inline`). */
export const mendedDriverInTests = {
  name: 'mended-driver',
  transform(code, id) {
    return /[\\/]node_modules[\\/]postgres[\\/]src[\\/]\w+\.js$/.test(id)
      ? { code: mended(id, code), map: null }
      : undefined
  },
}

function mended(file, source) {
  const found = JSON.parse(readFileSync(path.join(file, '../../package.json'), 'utf8')).version
  if (found !== version) throw new Error(`postgres ${found} is not the ${version} that is mended`)
  let text = source
  for (const [faulty, sound] of mends[path.basename(file)] ?? []) {
    if (text.split(faulty).length !== 2)
      throw new Error(`${file} does not hold once what is to be mended:\n${faulty}`)
    text = text.replace(faulty, () => sound)
  }
  return text
}
