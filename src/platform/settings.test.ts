import { expect, test } from 'vitest'
import { parseSettings } from './settings.ts'

const said = (environment: Record<string, string>) => {
  try {
    parseSettings(environment)
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
  return 'accepted'
}

test('an empty environment gives a server for this machine alone, with everything in ./data', () => {
  expect(parseSettings({}, '/srv/zhishou')).toMatchObject({
    port: 4180,
    host: '127.0.0.1',
    dataDir: '/srv/zhishou/data',
    filesDir: '/srv/zhishou/data/files',
    databaseUrl: undefined,
    s3: undefined,
    trustProxy: false,
  })
})

test('an empty value counts as none', () => {
  expect(parseSettings({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 4180, databaseUrl: undefined })
})

test('the setting that makes no sense is named, with what was given', () => {
  expect(said({ PORT: '70000' })).toBe('PORT must be between 0 and 65535, not "70000".')
  expect(said({ LOG_LEVEL: 'loud' })).toContain('LOG_LEVEL must be one of fatal, error')
  expect(said({ S3_BUCKET: 'files' })).toContain('S3_BUCKET needs S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY')
})

test('a secret is never repeated', () => {
  expect(said({ DATABASE_URL: 'mysql://root:geheim@db/zhishou' })).toBe('DATABASE_URL must start with postgres://.')
  expect(said({ SEAL_KEY: 'geheim' })).not.toContain('geheim')
})

test('a bucket comes with its key', () => {
  const environment = {
    S3_BUCKET: 'files',
    S3_ACCESS_KEY_ID: 'id',
    S3_SECRET_ACCESS_KEY: 'key',
    S3_ENDPOINT: 'http://s3.test',
  }
  expect(parseSettings(environment).s3).toMatchObject({
    bucket: 'files',
    endpoint: 'http://s3.test',
    accessKeyId: 'id',
  })
})
