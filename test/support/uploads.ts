// Uploads small pictures, as a phone would.
import sharp from 'sharp'
import type { Visitor } from './served-app.ts'

let shade = 0
/** Each picture is another, so that nothing is stored once for two. Answers its id. */
export async function uploadPng(visitor: Visitor, name = '照片.png'): Promise<string> {
  shade += 1
  const background = { r: shade % 256, g: 120, b: 90 }
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background } })
    .png()
    .toBuffer()
  const form = new FormData()
  form.append('file', new File([new Uint8Array(bytes)], name, { type: 'image/png' }))
  const wire = new Response(form)
  const answer = await visitor.call({
    method: 'POST',
    url: '/api/attachments',
    headers: {
      'content-type': wire.headers.get('content-type') ?? '',
      origin: 'http://localhost:80',
      host: 'localhost:80',
    },
    payload: Buffer.from(await wire.arrayBuffer()),
  })
  if (answer.statusCode !== 200) throw new Error(`upload failed: ${answer.statusCode} ${answer.body}`)
  return answer.json<{ id: string }>().id
}
