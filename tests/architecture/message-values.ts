import ts from 'typescript'
import { placeholdersIn } from './messages'

type Namespaced = { name: string; key: string }

/** The namespace that `useTranslations(…)` or `getTranslations(…)` names, awaited or not. */
function namespaceOf(expression: ts.Expression | undefined): string | null {
  if (expression === undefined) return null
  if (ts.isAwaitExpression(expression)) return namespaceOf(expression.expression)
  if (!ts.isCallExpression(expression) || !ts.isIdentifier(expression.expression)) return null
  if (!/^(use|get)Translations$/.test(expression.expression.text)) return null
  const [asked] = expression.arguments
  if (asked !== undefined && ts.isStringLiteral(asked)) return asked.text
  const named = asked !== undefined && ts.isObjectLiteralExpression(asked) ? asked.properties : []
  const property = named.find((one) => one.name !== undefined && one.name.getText() === 'namespace')
  return property !== undefined && ts.isPropertyAssignment(property) && ts.isStringLiteral(property.initializer)
    ? property.initializer.text
    : null
}

/** What `const [t, ui] = await Promise.all([…])` gives its element at this place. */
function elementAt(initializer: ts.Expression | undefined, at: number): ts.Expression | undefined {
  const call = initializer !== undefined && ts.isAwaitExpression(initializer) ? initializer.expression : undefined
  const [list] = call !== undefined && ts.isCallExpression(call) ? call.arguments : []
  return list !== undefined && ts.isArrayLiteralExpression(list) ? list.elements[at] : undefined
}

function declaredIn(statements: readonly ts.Statement[], name: string): string | null | undefined {
  for (const statement of statements) {
    if (!ts.isVariableStatement(statement)) continue
    for (const { name: bound, initializer } of statement.declarationList.declarations) {
      if (ts.isIdentifier(bound) && bound.text === name) return namespaceOf(initializer)
      if (!ts.isArrayBindingPattern(bound)) continue
      const at = bound.elements.findIndex((one) => ts.isBindingElement(one) && one.name.getText() === name)
      if (at >= 0) return namespaceOf(elementAt(initializer, at))
    }
  }
  return undefined
}

/** The namespace a name stands for where it is called; null where that cannot be told from the file. */
function boundNamespace(from: ts.Node, name: string): string | null {
  for (let node: ts.Node = from; !ts.isSourceFile(node); node = node.parent) {
    const isHidden = ts.isFunctionLike(node) && node.parameters.some((one) => one.name.getText() === name)
    if (isHidden) return null
    const found = ts.isBlock(node) ? declaredIn(node.statements, name) : undefined
    if (found !== undefined) return found
  }
  return null
}

/** The keys a first argument may be: itself, or both of a choice. */
function keysOf(argument: ts.Expression | undefined): string[] {
  if (argument === undefined) return []
  if (ts.isStringLiteral(argument)) return [argument.text]
  return ts.isConditionalExpression(argument) ? [...keysOf(argument.whenTrue), ...keysOf(argument.whenFalse)] : []
}

/** Names of the values of a call; null where they are not all written there. */
function givenIn(values: ts.Expression | undefined): Set<string> | null {
  if (values === undefined) return new Set()
  if (!ts.isObjectLiteralExpression(values)) return null
  const names = new Set<string>()
  for (const property of values.properties) {
    if (ts.isSpreadAssignment(property)) return null
    names.add(property.name.getText().replaceAll(/['"]/g, ''))
  }
  return names
}

/**
 * Calls for a message that do not give all it takes, as `line: key lacks value`: "undefined" would stand on the page.
 * `english`: texts by `namespace.key`. `checked` counts the calls that could be told from the file.
 */
export function missingValues(
  file: { path: string; text: string },
  english: ReadonlyMap<string, string>,
): { checked: number; faults: string[] } {
  const source = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const faults: string[] = []
  let checked = 0
  const check = (call: ts.CallExpression, { name, key }: Namespaced, given: ReadonlySet<string>) => {
    const text = english.get(`${name}.${key}`)
    if (text === undefined) return
    checked += 1
    const { line } = source.getLineAndCharacterOfPosition(call.getStart())
    for (const value of placeholdersIn(text))
      if (!given.has(value)) faults.push(`${file.path}:${String(line + 1)}: ${key} lacks ${value}`)
  }
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const { expression } = node
      const target =
        ts.isPropertyAccessExpression(expression) && expression.name.text === 'rich'
          ? expression.expression
          : expression
      const given = givenIn(node.arguments[1])
      const keys = ts.isIdentifier(target) && given !== null ? keysOf(node.arguments[0]) : []
      const name = ts.isIdentifier(target) && keys.length > 0 ? boundNamespace(node, target.text) : null
      if (name !== null && given !== null) for (const key of keys) check(node, { name, key }, given)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return { checked, faults }
}
