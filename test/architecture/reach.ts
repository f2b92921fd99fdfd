// What a piece of code leads to: the refusals it can end in, followed through every function it names, across rooms and platform.
import { dirname, join, normalize } from 'node:path'
import ts from 'typescript6'
import type { Source } from './sources.ts'

export type Code = { program: ts.Program; checker: ts.TypeChecker; files: readonly ts.SourceFile[] }

/** Reads sources from memory; packages stay closed, for nothing of ours stands behind them. */
export function readCode(sources: readonly Source[]): Code {
  const texts = new Map(sources.map(({ path, text }) => [path, text]))
  const parsed = new Map(
    sources.map(({ path, text }) => [path, ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true)]),
  )
  const host: ts.CompilerHost = {
    getSourceFile: (path) => parsed.get(path),
    getDefaultLibFileName: () => 'none.d.ts',
    writeFile: () => {},
    getCurrentDirectory: () => '',
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    fileExists: (path) => texts.has(path),
    readFile: (path) => texts.get(path),
    resolveModuleNameLiterals: (literals, from) =>
      literals.map(({ text }) => {
        const path = normalize(join(dirname(from), text))
        return text.startsWith('.') && texts.has(path)
          ? { resolvedModule: { resolvedFileName: path, extension: ts.Extension.Ts } }
          : { resolvedModule: undefined }
      }),
  }
  const options = { noLib: true, types: [], allowImportingTsExtensions: true, noEmit: true }
  const program = ts.createProgram([...texts.keys()], options, host)
  return { program, checker: program.getTypeChecker(), files: [...parsed.values()] }
}

type Step = { codes: readonly string[]; onward: readonly ts.Node[] }
const KNOWN = new WeakMap<ts.Node, Step>()

/** Every code that can come out of this piece, or of what it names in value position. */
export function refusalsOf(code: Code, start: ts.Node): Set<string> {
  const codes = new Set<string>()
  const seen = new Set<ts.Node>()
  const queue = [start]
  for (let node = queue.pop(); node; node = queue.pop()) {
    if (seen.has(node)) continue
    seen.add(node)
    const step = stepOf(code, node)
    for (const one of step.codes) codes.add(one)
    queue.push(...step.onward)
  }
  return codes
}

function stepOf(code: Code, piece: ts.Node): Step {
  const known = KNOWN.get(piece)
  if (known) return known
  const codes: string[] = []
  const onward: ts.Node[] = []
  const visit = (node: ts.Node) => {
    if (ts.isTypeNode(node)) return
    codes.push(...codesAt(code, node))
    const next = ts.isIdentifier(node) ? declaredAt(code, node) : undefined
    if (next && next !== piece) onward.push(next)
    ts.forEachChild(node, visit)
  }
  visit(piece)
  const step = { codes, onward }
  KNOWN.set(piece, step)
  return step
}

/** Functions that make a refusal of the code they are given. */
const MAKERS = ['documentFault']

/** `new Refusal('a.b')` says it; `life.next(…)` refuses with the noun of its life cycle. */
function codesAt(code: Code, node: ts.Node): string[] {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Refusal') {
    const [first] = node.arguments ?? []
    return first ? textsIn(first) : []
  }
  if (ts.isCallExpression(node) && MAKERS.includes(node.expression.getText())) {
    const [first] = node.arguments
    return first ? textsIn(first) : []
  }
  const noun = ts.isCallExpression(node) ? nounOfLife(code, node.expression) : undefined
  return noun ? [`${noun}.not_allowed_now`] : []
}

/** Of `life.next`, where `life` is made by `lifecycle()('request', …)` or `archivable('post')`. */
function nounOfLife(code: Code, called: ts.Expression): string | undefined {
  if (!ts.isPropertyAccessExpression(called) || called.name.text !== 'next') return undefined
  const made = madeBy(code, called.expression)
  return made && /lifecycle|archivable/.test(made.expression.getText()) ? firstText(made) : undefined
}

/** The call that made what an identifier stands for: `const life = lifecycle()(…)`. */
export function madeBy(code: Code, node: ts.Expression): ts.CallExpression | undefined {
  const declared = ts.isIdentifier(node) ? declaredAt(code, node) : undefined
  const made = declared && ts.isVariableDeclaration(declared) ? declared.initializer : undefined
  return made && ts.isCallExpression(made) ? made : undefined
}

export function firstText({ arguments: [first] }: ts.CallExpression): string | undefined {
  return first && ts.isStringLiteral(first) ? first.text : undefined
}

/** A code, or each of several between which a condition decides. */
function textsIn(node: ts.Expression): string[] {
  if (ts.isStringLiteral(node)) return [node.text]
  return ts.isConditionalExpression(node) ? [...textsIn(node.whenTrue), ...textsIn(node.whenFalse)] : []
}

/** The function, class or value that an identifier stands for; undefined for parameters, types and what is of a package. */
function declaredAt({ checker }: Code, node: ts.Identifier): ts.Node | undefined {
  const symbol = ts.isShorthandPropertyAssignment(node.parent)
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : checker.getSymbolAtLocation(node)
  const whole = symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
  const declaration = whole?.valueDeclaration
  return declaration && isPiece(declaration) ? declaration : undefined
}

const isPiece = (node: ts.Node) =>
  ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node) || ts.isVariableDeclaration(node)

/** Refusals whose code only running tells. */
export function unreadableRefusals({ files }: Code): string[] {
  const found: string[] = []
  for (const file of files) {
    const visit = (node: ts.Node) => {
      if (ts.isNewExpression(node) && node.expression.getText() === 'Refusal') {
        const [first] = node.arguments ?? []
        if (!first || textsIn(first).length === 0) found.push(`${file.fileName}: ${node.getText().slice(0, 60)}`)
      }
      ts.forEachChild(node, visit)
    }
    visit(file)
  }
  return found
}
