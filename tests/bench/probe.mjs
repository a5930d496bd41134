/**
 * Loaded into each server before its own code (`node --import`), the same for all of them: tells the
 * bench over the process's own channel what the server has used so far. It does nothing by itself.
 */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc')

process.on('message', (question) => {
  if (question === 'cpu') {
    const { user, system } = process.cpuUsage()
    process.send?.({ cpu: (user + system) / 1000 })
  }
  if (question === 'memory') {
    // Twice: what the first finds to be finalised is free after the second.
    collectGarbage()
    collectGarbage()
    const { rss, heapUsed, external } = process.memoryUsage()
    process.send?.({ memory: { rss, live: heapUsed + external } })
  }
})
// The bench may go away first; that is no reason to live on, nor to end.
process.channel?.unref()
