import { AppError } from './app-error'

/** What a form says, nested by the names of its fields. */
export type FormFields = { [name: string]: FormValue }
export type FormValue = string | FormValue[] | FormFields

type Tree = Map<string, string | string[] | Tree>

const newTree = (): Tree => new Map()

const limits = { fields: 2000, characters: 1_000_000, depth: 8 }
const segment = /^(?:[A-Za-z][\w@-]{0,60}|\d{1,3})$/
const inherited = new Set(['__proto__', 'constructor', 'prototype'])
const index = /^\d+$/

/**
 * Reads a form: `parties.0.role` → `{ parties: [{ role }] }`. A blank field is absent; a repeated one is a list, and one
 * whose name ends in `[]` is a list however often it appears. Rows keep their order and lose their gaps: a row without
 * any text is absent. React's own fields (`$ACTION…`) are left out.
 * Throws `invalid` for names no form of ours has, for files, and past 2,000 fields or a million characters.
 */
export function fieldsOf(form: FormData): FormFields {
  const root = newTree()
  let fields = 0
  let characters = 0
  for (const [name, value] of form) {
    if (name.startsWith('$ACTION')) continue
    if (typeof value !== 'string') {
      if (value.size > 0) throw refusal(name)
      continue
    }
    characters += value.length
    if (++fields > limits.fields || characters > limits.characters) throw new AppError('invalid', 'formTooLarge')
    place(root, name, value)
  }
  return branch(root)
}

// The name comes from outside: at most what fits into a message.
const refusal = (name: string) =>
  new AppError('invalid', 'unknownField', {}, [{ field: name.slice(0, 100), message: 'unknownField' }])

function place(root: Tree, name: string, value: string) {
  const isList = name.endsWith('[]')
  const path = (isList ? name.slice(0, -2) : name).split('.')
  const last = path.pop()
  const isKnown = (part: string | undefined) => part !== undefined && segment.test(part) && !inherited.has(part)
  if (last === undefined || path.length >= limits.depth || ![...path, last].every(isKnown)) throw refusal(name)
  let tree = root
  for (const part of path) {
    const next = tree.get(part) ?? newTree()
    if (!(next instanceof Map)) throw refusal(name)
    tree.set(part, next)
    tree = next
  }
  const present = tree.get(last)
  if (present instanceof Map) throw refusal(name)
  if (value.trim() === '') return
  if (present === undefined) tree.set(last, isList ? [value] : value)
  else tree.set(last, [present, value].flat())
}

const isEmpty = (value: FormValue) => typeof value === 'object' && Object.keys(value).length === 0

function grown(value: string | string[] | Tree): FormValue {
  if (!(value instanceof Map)) return value
  const keys = [...value.keys()]
  if (keys.length === 0 || !keys.every((key) => index.test(key))) return branch(value)
  return [...value]
    .sort(([one], [other]) => Number(one) - Number(other))
    .map(([, row]) => grown(row))
    .filter((row) => !isEmpty(row))
}

function branch(tree: Tree): FormFields {
  const fields: FormFields = {}
  for (const [name, value] of tree) {
    const inner = grown(value)
    if (!isEmpty(inner)) fields[name] = inner
  }
  return fields
}
