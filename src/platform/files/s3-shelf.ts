// A bucket of an S3-compatible server as the place that keeps bytes.
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  type ListObjectsV2CommandInput,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { type ByteRange, GRACE_MS, type Shelf, type Shelved } from './shelf.ts'

export type BucketSettings = {
  bucket: string
  endpoint: string | undefined
  region: string
  accessKeyId: string
  secretAccessKey: string
  /** `https://host/bucket/key` instead of `https://bucket.host/key`; without it, so for every endpoint of one's own. */
  pathStyle?: boolean | undefined
}

export function openS3Shelf(settings: BucketSettings, keysPerPage = 1000): Shelf {
  const { bucket: Bucket } = settings
  const client = clientFor(settings)
  return {
    async write(key, from) {
      const ContentLength = typeof from === 'string' ? (await stat(from)).size : from.byteLength
      const Body = typeof from === 'string' ? createReadStream(from) : from
      await client.send(new PutObjectCommand({ Bucket, Key: key, Body, ContentLength }))
    },
    async refresh(key) {
      // A bucket cannot touch an object; young enough not to be swept before its row is there will do, else it is written again.
      const found = await findObject(client, Bucket, key)
      return found !== undefined && Date.now() - found.modifiedAt.getTime() < GRACE_MS / 2
    },
    async read(key, range) {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: key, ...rangeHeader(range) }))
      if (!(Body instanceof Readable)) throw new Error(`no stream came for ${key}`)
      return Body
    },
    find: (key) => findObject(client, Bucket, key),
    async remove(key) {
      await client.send(new DeleteObjectCommand({ Bucket, Key: key }))
    },
    list: (prefix) => objectsUnder(client, { Bucket, Prefix: prefix, MaxKeys: keysPerPage }),
    close: () => client.destroy(),
  }
}

function clientFor(settings: BucketSettings): S3Client {
  const { endpoint, region, accessKeyId, secretAccessKey } = settings
  return new S3Client({
    region,
    ...(endpoint === undefined ? {} : { endpoint }),
    forcePathStyle: settings.pathStyle ?? endpoint !== undefined,
    credentials: { accessKeyId, secretAccessKey },
    // Trailing checksums are new; many compatible servers refuse a request that carries them.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
}

const rangeHeader = (range?: ByteRange) => (range ? { Range: `bytes=${range.start}-${range.end}` } : {})

async function findObject(client: S3Client, Bucket: string, key: string): Promise<Shelved | undefined> {
  try {
    const head = await client.send(new HeadObjectCommand({ Bucket, Key: key }))
    return { key, bytes: head.ContentLength ?? 0, modifiedAt: head.LastModified ?? new Date() }
  } catch (error) {
    if (error instanceof Error && error.name === 'NotFound') return undefined
    throw error
  }
}

async function* objectsUnder(client: S3Client, list: ListObjectsV2CommandInput): AsyncGenerator<Shelved> {
  let ContinuationToken: string | undefined
  do {
    const page = await client.send(
      new ListObjectsV2Command({ ...list, ...(ContinuationToken && { ContinuationToken }) }),
    )
    for (const { Key, Size, LastModified } of page.Contents ?? []) {
      if (Key) yield { key: Key, bytes: Size ?? 0, modifiedAt: LastModified ?? new Date() }
    }
    ContinuationToken = page.NextContinuationToken
  } while (ContinuationToken)
}
