// A stand-in for a database server that is too old for us: speaks just enough of the protocol to be asked for its version.
import { createServer } from 'node:net'

const message = (type: string, body: Buffer) => {
  const length = Buffer.alloc(4)
  length.writeInt32BE(body.length + 4)
  return Buffer.concat([Buffer.from(type), length, body])
}
const int16 = (value: number) => Buffer.from([value >> 8, value & 0xff])
const int32 = (value: number) => Buffer.from([value >>> 24, (value >> 16) & 0xff, (value >> 8) & 0xff, value & 0xff])

const READY = message('Z', Buffer.from('I'))
const WELCOME = Buffer.concat([message('R', int32(0)), READY])

function rowOf(columns: Record<string, string>) {
  const names = Object.keys(columns).map((name) =>
    Buffer.concat([Buffer.from(`${name}\0`), int32(0), int16(0), int32(25), int16(-1), int32(-1), int16(0)]),
  )
  const values = Object.values(columns).map((value) =>
    Buffer.concat([int32(Buffer.byteLength(value)), Buffer.from(value)]),
  )
  const count = int16(names.length)
  return Buffer.concat([
    message('T', Buffer.concat([count, ...names])),
    message('D', Buffer.concat([count, ...values])),
    message('C', Buffer.from('SELECT 1\0')),
    READY,
  ])
}

export async function startOldPostgres(version: string) {
  const number = `${version.split('.')[0]}00${version.split('.')[1]?.padStart(2, '0')}`
  const server = createServer((socket) => {
    let greeted = false
    socket.on('error', () => {})
    socket.on('data', (chunk) => {
      if (!greeted) socket.write(WELCOME)
      else if (chunk[0] === 'Q'.charCodeAt(0)) socket.write(rowOf({ n: number, v: version }))
      greeted = true
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `postgres://zhishou:secret@127.0.0.1:${port}/zhishou`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
