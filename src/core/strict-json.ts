import { AppError } from './app-error'

// RFC 8259 tokens: a string, a mark, or anything else that JSON.parse will judge.
const token = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s"{}[\],:]+/gsy
const space = /\s*/gy
const deepest = 32

const fault = (message: string, field?: string) =>
  new AppError('invalid', message, {}, field === undefined ? [] : [{ field: field.slice(0, 200), message }])

/**
 * Reads JSON as JSON.parse does, but refuses what two readers could understand differently (RFC 8259 §4): a name said
 * twice, and the names that objects of a program already have. Throws `invalid`: `badJson` for what is no JSON or nested
 * deeper than any body of ours, `duplicateKey` and `unknownField` at the name.
 */
export function parseStrictJson(text: string): unknown {
  requireClearNames(text)
  try {
    return JSON.parse(text)
  } catch {
    throw fault('badJson')
  }
}

type Level = { names: Set<string> | null; at: string; index: number }

function requireClearNames(text: string): void {
  const levels: Level[] = []
  let name = ''
  let isName = false
  for (let at = skip(text, 0); at < text.length; at = skip(text, token.lastIndex)) {
    token.lastIndex = at
    const [found] = token.exec(text) ?? []
    if (found === undefined) throw fault('badJson')
    const level = levels.at(-1)
    if (found === '{' || found === '[') {
      if (levels.length >= deepest) throw fault('badJson')
      const path = level === undefined ? '' : `${level.at}${level.names === null ? level.index : name}.`
      levels.push({ names: found === '{' ? new Set() : null, at: path, index: 0 })
      isName = found === '{'
    } else if (found === '}' || found === ']') levels.pop()
    else if (found === ',' && level !== undefined) {
      level.index++
      isName = level.names !== null
    } else if (isName && level !== undefined && found.startsWith('"')) {
      name = nameIn(found)
      isName = false
      if (name === '__proto__') throw fault('unknownField', level.at + name)
      if (level.names?.has(name)) throw fault('duplicateKey', level.at + name)
      level.names?.add(name)
    }
  }
}

function skip(text: string, from: number): number {
  space.lastIndex = from
  space.exec(text)
  return space.lastIndex
}

/** `"a"` and `"\u0061"` are one name. */
function nameIn(quoted: string): string {
  try {
    return String(JSON.parse(quoted))
  } catch {
    throw fault('badJson')
  }
}
