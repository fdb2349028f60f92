import ts from 'typescript'
import type { SourceFile } from './files'

type ExportedFunction = { name: string; body: string; lines: number }

/** Commands that ask no policy, each with its reason: `room/file.commands.ts#name`. */
export const commandsWithoutPolicy: Record<string, string> = {}

/** Actions that call no command, each with its reason: `room/file.actions.ts#name`. */
export const actionsWithoutCommand: Record<string, string> = {}

const isExported = (node: ts.HasModifiers) =>
  node.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword) ?? false

function parse({ path, text }: SourceFile): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
}

function exportedFunctions(tree: ts.SourceFile): ExportedFunction[] {
  const found = (name: string, body: ts.Node): ExportedFunction => ({
    name,
    body: body.getText(),
    lines: body.getText().split('\n').length - 2,
  })
  return tree.statements.flatMap((statement) => {
    if (ts.isFunctionDeclaration(statement) && isExported(statement) && statement.name && statement.body)
      return [found(statement.name.text, statement.body)]
    if (!ts.isVariableStatement(statement) || !isExported(statement)) return []
    return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
      initializer && (ts.isArrowFunction(initializer) || ts.isCallExpression(initializer))
        ? [found(name.getText(), initializer)]
        : [],
    )
  })
}

function importedFrom(tree: ts.SourceFile, specifier: RegExp): string[] {
  return tree.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) || !specifier.test(statement.moduleSpecifier.getText())) return []
    const bindings = statement.importClause?.namedBindings
    return bindings && ts.isNamedImports(bindings) ? bindings.elements.map((element) => element.name.text) : []
  })
}

const keyOf = (path: string, name: string) => `${path.replace('src/modules/', '')}#${name}`
const isLayer = (path: string, layer: string) =>
  new RegExp(`^src/modules/.*[.]${layer}([.]ts$|/)`).test(path) && !path.endsWith('.test.ts')

/** Every deed first asks whether it may be done. */
export function commandFaults(file: SourceFile, excused: Record<string, string> = commandsWithoutPolicy): string[] {
  if (!isLayer(file.path, 'commands')) return []
  return exportedFunctions(parse(file))
    .filter(({ name, body }) => !/\brequireThat\(/.test(body) && !(keyOf(file.path, name) in excused))
    .map(({ name }) => `${keyOf(file.path, name)} never calls requireThat`)
}

/** Every action is 'use server', short, and hands its form to a command. */
export function actionFaults(file: SourceFile, excused: Record<string, string> = actionsWithoutCommand): string[] {
  if (!isLayer(file.path, 'actions')) return []
  const tree = parse(file)
  const commands = importedFrom(tree, /[.]commands(\/|['"])/)
  const faults = /^(\s|\/\/.*\n|\/\*[\s\S]*?\*\/)*['"]use server['"]/.test(file.text)
    ? []
    : [`${file.path} does not begin with 'use server'`]
  for (const { name, body, lines } of exportedFunctions(tree)) {
    const callsCommand = commands.some((command) => new RegExp(`\\b${command}\\b`).test(body))
    if (!callsCommand && !(keyOf(file.path, name) in excused)) faults.push(`${keyOf(file.path, name)} calls no command`)
    if (lines > 15)
      faults.push(`${keyOf(file.path, name)} is ${lines} lines long, more than 15: the rest belongs in a command`)
  }
  return faults
}

/** Excuses that no longer excuse anybody. */
export function staleExcuses(files: SourceFile[]): string[] {
  const names = new Set(
    files.flatMap((file) =>
      /[.](commands|actions)([.]ts$|\/)/.test(file.path)
        ? exportedFunctions(parse(file)).map(({ name }) => keyOf(file.path, name))
        : [],
    ),
  )
  return Object.keys({ ...commandsWithoutPolicy, ...actionsWithoutCommand }).filter((key) => !names.has(key))
}
