/** A node in a process of its own, to be killed and paused: `node … <database url> <port> <origin>`. */
import { schemaVersion } from '#app/text/schema.ts'
import { openDatabase } from '#db/client.server.ts'
import { startNode } from './node.ts'

const [url = '', port = '', origin = ''] = process.argv.slice(2)
const node = await startNode(openDatabase(url), Number(port), undefined, origin)
process.stdout.write(`${schemaVersion}\n`)
process.on('SIGTERM', () => void node.close().then(() => process.exit(0)))
