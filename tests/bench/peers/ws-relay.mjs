/** The floor: sends what comes on to all others of the same address, and knows nothing. `ws-relay.mjs <port>` */
import { WebSocketServer } from 'ws'

const rooms = new Map()
const sockets = new WebSocketServer({ host: '127.0.0.1', port: Number(process.argv[2]) })
sockets.on('listening', () => process.send?.('ready'))
sockets.on('connection', (socket, { url }) => {
  const room = rooms.get(url) ?? new Set()
  rooms.set(url, room.add(socket))
  socket.on('message', (data, isBinary) => {
    for (const other of room) if (other !== socket) other.send(data, { binary: isBinary })
  })
  socket.on('close', () => room.delete(socket))
})
