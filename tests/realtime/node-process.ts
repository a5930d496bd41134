/** A node in a process of its own, to be killed: `node … <database url> <port>`. */
import { openDatabase } from '#db/client.server.ts'
import { startNode } from './node.ts'

const [url = '', port = ''] = process.argv.slice(2)
await startNode(openDatabase(url), Number(port))
process.stdout.write('ready\n')
