// Uploads files as a browser would.
import sharp from 'sharp'
import type { Visitor } from './served-app.ts'

type Bytes = Uint8Array<ArrayBuffer> | Buffer
/** What the server answers, whatever it is. */
export async function sendFile(visitor: Visitor, bytes: Bytes, name: string) {
  const form = new FormData()
  form.append('file', new File([new Uint8Array(bytes)], name))
  const wire = new Response(form)
  return visitor.call({
    method: 'POST',
    url: '/api/attachments',
    headers: {
      'content-type': wire.headers.get('content-type') ?? '',
      origin: 'http://localhost:80',
      host: 'localhost:80',
    },
    payload: Buffer.from(await wire.arrayBuffer()),
  })
}

/** Answers the id under which the file is kept. */
export async function uploadFile(visitor: Visitor, bytes: Bytes, name: string): Promise<string> {
  const answer = await sendFile(visitor, bytes, name)
  if (answer.statusCode !== 200) throw new Error(`upload failed: ${answer.statusCode} ${answer.body}`)
  return answer.json<{ id: string }>().id
}

let shade = 0
/** A small picture, as a phone takes it. Each is another, so that nothing is stored once for two. Answers its id. */
export async function uploadPng(visitor: Visitor, name = '照片.png'): Promise<string> {
  shade += 1
  const background = { r: shade % 256, g: 120, b: 90 }
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background } })
    .png()
    .toBuffer()
  return uploadFile(visitor, bytes, name)
}
