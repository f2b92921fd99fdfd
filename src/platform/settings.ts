// What the environment says: one shape, read once at the start of each process.
import { join, resolve } from 'node:path'
import { z } from 'zod'

const Port = z.coerce
  .number({ error: 'must be a number' })
  .int('must be a whole number')
  .min(0, 'must be between 0 and 65535')
  .max(65_535, 'must be between 0 and 65535')
const Switch = z.enum(['true', 'false'], { error: 'must be true or false' }).transform((text) => text === 'true')

const Environment = z
  .object({
    PORT: Port.default(4180),
    HOST: z.string().default('127.0.0.1'),
    DATA_DIR: z.string().default('./data'),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must start with postgres://' }).optional(),
    LOG_LEVEL: z
      .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
        error: 'must be one of fatal, error, warn, info, debug, trace, silent',
      })
      .default('info'),
    DATABASE_CONNECTIONS: z.coerce.number({ error: 'must be a number' }).int().min(2).max(500).default(10),
    TRUST_PROXY: Switch.default(false),
    CALLS_PER_MINUTE: z.coerce.number({ error: 'must be a number' }).int().min(60, 'must be 60 or more').default(6000),
    METRICS_TOKEN: z.string().min(16, 'must have 16 characters or more').optional(),
    SEAL_KEY: z
      .string()
      .refine((text) => Buffer.from(text, 'base64').length === 32, { error: 'must be 32 bytes in base64' })
      .transform((text) => new Uint8Array(Buffer.from(text, 'base64')))
      .optional(),
    S3_BUCKET: z.string().optional(),
    S3_ENDPOINT: z.url({ error: 'must be a URL' }).optional(),
    S3_REGION: z.string().default('us-east-1'),
    S3_ACCESS_KEY_ID: z.string().optional(),
    S3_SECRET_ACCESS_KEY: z.string().optional(),
  })
  .refine((given) => !given.S3_BUCKET || (given.S3_ACCESS_KEY_ID && given.S3_SECRET_ACCESS_KEY), {
    path: ['S3_BUCKET'],
    error: 'needs S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY beside it',
  })

export type S3Settings = {
  bucket: string
  endpoint: string | undefined
  region: string
  accessKeyId: string
  secretAccessKey: string
}
export type Settings = {
  /** 0 lets the system choose. */
  port: number
  host: string
  /** Absolute; holds the embedded database, the attachments and the lock. */
  dataDir: string
  /** Without it the embedded database in `dataDir` is used. */
  databaseUrl: string | undefined
  /** Most connections of one process. */
  connections: number
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'
  /** Behind a proxy the caller's address is read from X-Forwarded-For. */
  trustProxy: boolean
  /** How many calls one session or token may make, per process. */
  callsPerMinute: number
  /** Lets another machine read /metrics. */
  metricsToken: string | undefined
  /** Seals ID numbers. Without it a key file in `dataDir` is used; several machines must share one. */
  sealKey: Uint8Array | undefined
  /** Where attachments lie when no bucket is set. */
  filesDir: string
  s3: S3Settings | undefined
}

/** The environment cannot be used as it is; the message says which setting and why in one sentence. */
export class SettingsUnusable extends Error {
  override readonly name = 'SettingsUnusable'
}

export function parseSettings(environment: Record<string, string | undefined>, folder = process.cwd()): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, text]) => text !== undefined && text !== ''))
  const parsed = Environment.safeParse(given)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const name = String(issue?.path[0] ?? 'environment')
    const shown = /SECRET|KEY|TOKEN|DATABASE_URL/.test(name) ? '' : `, not "${given[name] ?? ''}"`
    throw new SettingsUnusable(`${name} ${issue?.message}${shown}.`)
  }
  const read = parsed.data
  const dataDir = resolve(folder, read.DATA_DIR)
  return {
    port: read.PORT,
    host: read.HOST,
    dataDir,
    databaseUrl: read.DATABASE_URL,
    connections: read.DATABASE_CONNECTIONS,
    logLevel: read.LOG_LEVEL,
    trustProxy: read.TRUST_PROXY,
    callsPerMinute: read.CALLS_PER_MINUTE,
    metricsToken: read.METRICS_TOKEN,
    sealKey: read.SEAL_KEY,
    filesDir: join(dataDir, 'files'),
    s3: s3Of(read),
  }
}

function s3Of(read: z.output<typeof Environment>): S3Settings | undefined {
  if (!read.S3_BUCKET || !read.S3_ACCESS_KEY_ID || !read.S3_SECRET_ACCESS_KEY) return undefined
  return {
    bucket: read.S3_BUCKET,
    endpoint: read.S3_ENDPOINT,
    region: read.S3_REGION,
    accessKeyId: read.S3_ACCESS_KEY_ID,
    secretAccessKey: read.S3_SECRET_ACCESS_KEY,
  }
}
