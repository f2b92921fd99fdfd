import { describe, expect, test } from 'vitest'
import { hashPassword, isPassword, makeInitialPassword, mustBeGoodPassword } from './passwords.ts'

const fang = { login: 'fangmin', phone: '13800138001', name: '方敏' }

describe('hashing', () => {
  test('a password is kept as argon2id with 19 MiB and two passes, each time with another salt', async () => {
    const [first, second] = [await hashPassword('橘子汽水在桌上 42'), await hashPassword('橘子汽水在桌上 42')]
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(first).not.toBe(second)
    expect(await isPassword('橘子汽水在桌上 42', first)).toBe(true)
    expect(await isPassword('橘子汽水在桌上 43', first)).toBe(false)
  })

  test('the two ways of writing one character are one password', async () => {
    expect(await isPassword('Ｃafé de Paris', await hashPassword('Cafe\u0301 de Paris'))).toBe(true)
  })

  test('nobody has every password: without a hash none is right', async () => {
    expect(await isPassword('nobody has this password', undefined)).toBe(false)
  })
})

describe('an initial password', () => {
  test('is three groups of four without characters that are taken for one another', () => {
    const made = Array.from({ length: 200 }, makeInitialPassword)
    for (const password of made) expect(password).toMatch(/^(?:[2-9a-hjkmnp-z]{4}-){2}[2-9a-hjkmnp-z]{4}$/)
    expect(new Set(made).size).toBe(200)
  })
})

describe('a password of one’s own', () => {
  test.each(['正确的马电池订书钉订书钉', 'correct horse battery', 'Tr0ub4dor&3xyz', '🍊🍊 und 🥤 am Tisch'])(
    '%s is good',
    (password) => {
      expect(() => mustBeGoodPassword(password, fang)).not.toThrow()
    },
  )

  test.each([
    'qwertyuiop',
    'QWERTY123456',
    '0123456789',
    '9876543210',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    '1212121212',
    '木木木木木木木木木木',
    'Woaini1314',
    'ｐａｓｓｗｏｒｄ１２３',
  ])('%s is tried first by everybody', (password) => {
    expect(() => mustBeGoodPassword(password, fang)).toThrow('session.password_common')
  })

  test.each(['fangmin123', 'FangminFangmin', '13800138001', '13800138001ab', '方敏方敏方敏方敏方敏好', '方敏12345'])(
    '%s is too close to whose it is',
    (password) => {
      expect(() => mustBeGoodPassword(password, fang)).toThrow('session.password_too_close')
    },
  )

  test('a name within a long password does no harm', () => {
    expect(() => mustBeGoodPassword('方敏 likes orange lemonade', fang)).not.toThrow()
  })
})
