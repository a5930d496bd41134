/**
 * @y/websocket-server as it comes: documents in memory, nothing stored. Each begins with the same
 * text, the Yjs update in the file that is named. `y-websocket.mjs <port> <file>`
 */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { setContentInitializor, setupWSConnection } from '@y/websocket-server/utils'
import { WebSocketServer } from 'ws'
import * as Y from 'yjs'

const [port, file = ''] = process.argv.slice(2)
const text = readFileSync(file)
setContentInitializor(async (doc) => Y.applyUpdate(doc, text))

const httpServer = createServer()
const sockets = new WebSocketServer({ noServer: true })
sockets.on('connection', (socket, request) => setupWSConnection(socket, request))
httpServer.on('upgrade', (request, line, head) =>
  sockets.handleUpgrade(request, line, head, (socket) =>
    sockets.emit('connection', socket, request),
  ),
)
httpServer.listen(Number(port), '127.0.0.1', () => process.send?.('ready'))
