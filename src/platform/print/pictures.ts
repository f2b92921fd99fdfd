// Pictures as paper needs them: upright, no larger than can be seen, in a format that PDF knows.
import sharp from 'sharp'
import type { Block, PrintedForm } from './form.ts'

export type PaperPicture = { bytes: Buffer; width: number; height: number }
/** By the bytes they came as; undefined for what could not be read. */
export type PaperPictures = Map<Buffer, PaperPicture | undefined>

/** 90 mm wide at 250 dots per inch. */
const PHOTO_PX = 900
const SIGNATURE_PX = 480

export async function paperPictures(forms: readonly PrintedForm[]): Promise<PaperPictures> {
  const pictures: PaperPictures = new Map()
  for (const block of forms.flatMap((form) => form.blocks)) {
    for (const { bytes, px, format } of picturesOf(block)) {
      if (!pictures.has(bytes)) pictures.set(bytes, await prepared(bytes, px, format))
    }
  }
  return pictures
}

function picturesOf(block: Block): { bytes: Buffer; px: number; format: 'jpeg' | 'png' }[] {
  if (block.kind === 'pictures') {
    return block.pictures.map(({ bytes }) => ({ bytes, px: PHOTO_PX, format: 'jpeg' }))
  }
  if (block.kind !== 'signatures') return []
  return block.signatures.flatMap(({ picture }) =>
    picture ? [{ bytes: picture, px: SIGNATURE_PX, format: 'png' as const }] : [],
  )
}

/** What cannot be read leaves its place empty on the paper; a form is printed all the same. */
async function prepared(bytes: Buffer, px: number, format: 'jpeg' | 'png'): Promise<PaperPicture | undefined> {
  const picture = sharp(bytes, { failOn: 'none' })
    .autoOrient()
    .resize(px, px, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
  const output = format === 'jpeg' ? picture.jpeg({ quality: 80 }) : picture.greyscale().png()
  return output.toBuffer({ resolveWithObject: true }).then(
    ({ data, info }) => ({ bytes: data, width: info.width, height: info.height }),
    () => undefined,
  )
}
