const functions = new Set(['ArrowFunctionExpression', 'FunctionExpression'])
const isNode = (value) => value !== null && typeof value === 'object' && typeof value.type === 'string'
const childrenOf = (node) =>
  Object.entries(node).flatMap(([key, value]) => (key === 'parent' ? [] : [value].flat().filter(isNode)))

/** A connection that a transaction holds, or may hold: Prisma's client without what only the whole client can do. */
function isHeld(checker, type) {
  const parts = type.isUnion() ? type.types : [type]
  return parts.some((part) => part.getProperty('$queryRaw') !== undefined && part.getProperty('$extends') === undefined)
}

/**
 * ESLint: the statements of a transaction go over one connection, one after the other. Asked for at once they only stand in
 * a queue, which the driver gives up with its version 9; and when one fails, the others still run after the end.
 */
export const oneAtATime = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { atOnce: 'A transaction has one connection: ask one thing after the other, or all in one statement.' },
  },
  create(context) {
    const services = context.sourceCode.parserServices
    const checker = services.program.getTypeChecker()
    const promises = (node) => services.getTypeAtLocation(node).getProperty('then') !== undefined
    const asks = (node) =>
      (node.type === 'Identifier' && isHeld(checker, services.getTypeAtLocation(node))) || childrenOf(node).some(asks)
    return {
      // Two promises side by side, wherever they are waited for.
      ArrayExpression(node) {
        const open = node.elements.filter((one) => one !== null && one.type !== 'SpreadElement')
        const [, second] = open.filter((one) => asks(one) && promises(one))
        if (second !== undefined) context.report({ node: second, messageId: 'atOnce' })
      },
      // One for each of a list.
      'CallExpression[callee.property.name=/^(map|flatMap|forEach)$/]'(node) {
        const [each] = node.arguments
        if (each === undefined || !functions.has(each.type) || !asks(each.body)) return
        const [signature] = services.getTypeAtLocation(each).getCallSignatures()
        if (signature?.getReturnType().getProperty('then') !== undefined)
          context.report({ node: each, messageId: 'atOnce' })
      },
    }
  },
}
