// The verbs that rooms serve, as their source pairs them: noun, verb, and the expression that performs it.
import ts from 'typescript6'
import { type Code, firstText, madeBy } from './reach.ts'

export type Paired = { path: string; noun: string; verb: string; action: ts.Node }

/** Every `served(contract, { verb: action })` of the sources. */
export function pairedVerbs(code: Code): Paired[] {
  const found: Paired[] = []
  for (const file of code.files) {
    const visit = (node: ts.Node) => {
      if (ts.isCallExpression(node) && node.expression.getText() === 'served') found.push(...pairsOf(code, file, node))
      ts.forEachChild(node, visit)
    }
    visit(file)
  }
  return found
}

function pairsOf(code: Code, { fileName: path }: ts.SourceFile, { arguments: [contract, table] }: ts.CallExpression) {
  const noun = contract && nounOf(code, contract)
  if (!noun || !table || !ts.isObjectLiteralExpression(table)) return []
  return table.properties.flatMap((property): Paired[] => {
    const verb = property.name?.getText()
    if (!verb) return []
    if (ts.isShorthandPropertyAssignment(property)) return [{ path, noun, verb, action: property.name }]
    if (ts.isMethodDeclaration(property)) return [{ path, noun, verb, action: property }]
    return ts.isPropertyAssignment(property) ? [{ path, noun, verb, action: property.initializer }] : []
  })
}

/** The noun with which the contract was made: `resource('requests', …)`. */
function nounOf(code: Code, contract: ts.Expression) {
  const made = madeBy(code, contract)
  return made && firstText(made)
}

/** `take`, `settings.addReason`, `grant(known)`: the name of the function that performs a verb. */
export function actionName({ action }: Paired): string {
  const named = ts.isCallExpression(action) ? action.expression : action
  return ts.isPropertyAccessExpression(named) ? named.name.text : named.getText()
}

/**
 * Verbs that an action of another name performs. Where a room serves several resources, the action may add the words of its
 * resource: `listPriceItems` lists price-items.
 */
export const misnamed = (pairs: readonly Paired[]): string[] =>
  pairs
    .filter(({ path }) => path.startsWith('src/modules/'))
    .filter((pair) => {
      const name = actionName(pair)
      return name !== pair.verb && !(name.startsWith(pair.verb) && saysNoun(pair.noun, name.slice(pair.verb.length)))
    })
    .map((pair) => `${pair.noun}.${pair.verb} is performed by ${actionName(pair)}`)

const singular = (words: string) => words.toLowerCase().replace(/s$/, '')
const saysNoun = (noun: string, rest: string) => {
  const words = noun.replaceAll('-', '')
  return rest !== '' && singular(words).endsWith(singular(rest))
}

/** Permissions that code asks for by name: `mustReach(user, 'requests.take', …)`, `{ permission: 'requests.read' }`. */
export function permissionsAsked({ files }: Code): { path: string; permission: string }[] {
  const found: { path: string; permission: string }[] = []
  for (const file of files) {
    const visit = (node: ts.Node) => {
      for (const { text } of askedAt(node)) {
        if (PERMISSION.test(text)) found.push({ path: file.fileName, permission: text })
      }
      ts.forEachChild(node, visit)
    }
    visit(file)
  }
  return found
}
const ASKING = new Set(['mustReach', 'reaches', 'holds', 'scopeOf', 'estatesWithin', 'withinReach', 'useMay'])
const PERMISSION = /^[a-z-]+\.[a-zA-Z]+$/

function askedAt(node: ts.Node): ts.StringLiteral[] {
  if (ts.isPropertyAssignment(node) && node.name.getText() === 'permission') {
    return [node.initializer].filter(ts.isStringLiteral)
  }
  const asks = ts.isCallExpression(node) && ASKING.has(node.expression.getText())
  return asks ? node.arguments.filter(ts.isStringLiteral) : []
}
