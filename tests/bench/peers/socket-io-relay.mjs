/**
 * The floor with Socket.IO: the same, by a room of Socket.IO. What is sent on is a string, which is
 * framed once for all receivers; bytes would cost more. `socket-io-relay.mjs <port>`
 */
import { createServer } from 'node:http'
import { Server } from 'socket.io'

const httpServer = createServer()
const io = new Server(httpServer, { transports: ['websocket'], serveClient: false })
io.on('connection', (socket) => {
  const room = String(socket.handshake.query.document)
  void socket.join(room)
  socket.on('update', (message) => socket.to(room).emit('update', message))
})
httpServer.listen(Number(process.argv[2]), '127.0.0.1', () => process.send?.('ready'))
