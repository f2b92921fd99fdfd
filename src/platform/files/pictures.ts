// Looks into pictures: whether they can be read at all, and a small copy to show in lists.
import sharp from 'sharp'
import { Refusal } from '../refusal.ts'
import type { FileType } from './file-types.ts'

/** The longer side of a thumbnail. */
const THUMBNAIL_PX = 512
/** A few kilobytes can unfold into gigabytes; no camera of a phone makes more than this. */
const MOST_PIXELS = 220_000_000

// HEIC is kept as it came: its decoder is not free to ship.
const READABLE: readonly FileType[] = ['image/jpeg', 'image/png', 'image/webp', 'image/gif']

export const isReadablePicture = (type: FileType) => READABLE.includes(type)

/** Refuses a picture whose head cannot be read or that is too big to unfold. */
export async function mustBeReadablePicture(path: string): Promise<void> {
  const head = await sharp(path, { limitInputPixels: false })
    .metadata()
    .catch((cause: unknown) => {
      throw new Refusal('file.broken', {}, cause)
    })
  if (head.width * head.height > MOST_PIXELS) throw new Refusal('file.too_large', { limitPixels: MOST_PIXELS })
}

/** Upright, and without what the camera noted (place, time, device). Undefined when the picture breaks off. */
export async function thumbnailOf(picture: Buffer): Promise<Buffer | undefined> {
  return sharp(picture, { limitInputPixels: MOST_PIXELS, failOn: 'none' })
    .autoOrient()
    .resize(THUMBNAIL_PX, THUMBNAIL_PX, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 78 })
    .toBuffer()
    .catch(() => undefined)
}
