import type { z } from 'zod'
import type { FieldProblem } from './app-error'

// Messages of our schemas are keys; zod's own are English sentences.
const key = /^[a-z][A-Za-z0-9]*$/

/** What a schema refused, field by field, with messages as keys of the namespace `errors`. */
export function fieldProblems(error: z.ZodError): FieldProblem[] {
  return error.issues.flatMap((issue) => {
    const field = issue.path.map(String).join('.')
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((name) => ({ field: field === '' ? name : `${field}.${name}`, message: 'unknownField' }))
    return [{ field, message: messageOf(issue), ...valuesOf(issue) }]
  })
}

function messageOf(issue: z.core.$ZodIssue): string {
  if (key.test(issue.message)) return issue.message
  if (issue.code === 'too_big') return 'tooMany'
  if (issue.code === 'invalid_value') return 'choose'
  return issue.message.endsWith('received undefined') ? 'required' : 'generic'
}

function valuesOf(issue: z.core.$ZodIssue): Pick<FieldProblem, 'values'> {
  const given = Object.entries({
    ...(issue.code === 'too_big' && { max: issue.maximum }),
    ...(issue.code === 'custom' && issue.params),
  }).flatMap(([name, value]): [string, string | number][] =>
    typeof value === 'string' || typeof value === 'number' ? [[name, value]] : [],
  )
  return given.length > 0 ? { values: Object.fromEntries(given) } : {}
}
