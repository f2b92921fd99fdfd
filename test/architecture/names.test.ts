import { describe, expect, test } from 'vitest'
import { barrels, nameFaults, silentFiles } from './names.ts'
import { sourcesUnder } from './sources.ts'

const sources = ['src', 'test', 'bench'].flatMap(sourcesUnder)

describe('names and first lines', () => {
  test('no name stands for anything', () => {
    expect(sources.length).toBeGreaterThan(400)
    expect(nameFaults(sources)).toEqual([])
  })
  test('every file begins by saying what is in it', () => {
    expect(silentFiles(sources)).toEqual([])
  })
  test('no file passes on everything of another', () => {
    expect(barrels(sources)).toEqual([])
  })
})

describe('each offence is caught', () => {
  const at = (path: string, text = '// What is in it.') => [{ path, text }]
  test.each([
    ['a file for anything', at('src/platform/utils.ts')],
    ['a folder for anything', at('src/modules/service/requests/helpers/x.ts')],
    ['a copy of a shape', at('src/platform/x.ts', 'export type CreateFeeDto = {}')],
    ['a function that handles', at('src/platform/x.ts', 'export async function handleRequest() {}')],
  ])('%s', (_name, planted) => {
    expect(nameFaults(planted)).toHaveLength(1)
  })
  test('the wing of service is the trade’s own word', () => {
    expect(nameFaults(at('src/modules/service/requests/rules.ts'))).toEqual([])
  })
  test('a file that begins with code', () => {
    expect(silentFiles(at('src/platform/x.ts', `import a from 'b'`))).toHaveLength(1)
  })
  test('a file that passes on everything', () => {
    expect(barrels(at('src/platform/x.ts', `// A door.\nexport * from './y.ts'`))).toHaveLength(1)
  })
})
