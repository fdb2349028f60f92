import type { z } from 'zod'
import { choiceIn } from './combo-choice'
import type { FormFields } from './form-fields'
import { type FormHead, formHead, headFields } from './form-intent'
import { textAt } from './form-values'
import { problemAt } from './localized-form'

/** What a room says of the form of its records. */
type RecordFormParts<Schema extends z.ZodType> = {
  schema: Schema
  /** The content a form speaks of, still to be judged by `schema`. */
  contentOf: (fields: FormFields) => Record<string, unknown>
  /** Path of the content → name of the form's control that holds it. */
  controlOf: (path: readonly string[], fields: FormFields) => string
  /** Comboboxes with the word for a text that was not found. */
  combos?: Readonly<Record<string, string>>
  /** Searches for one more, with the same. */
  adding: Readonly<Record<string, string>>
}

export type ReadRecordForm<Content> = {
  /** Absent when it is not what it should be; then the context has its issues. */
  head: FormHead | undefined
  content: Content | undefined
  /** Says a problem at a control, once. */
  tell: (issue: z.core.$ZodIssue, field: string) => void
  refuse: (field: string, message: string) => void
}

/** Names of the controls that are not handed to the schema as they came; a stranger among the others is refused by it. */
export const ownFields = (names: readonly string[], combos: readonly string[]): readonly string[] => [
  ...headFields,
  ...names,
  ...combos.flatMap((name) => [name, `${name}Text`, `${name}For`]),
]

/**
 * The form of a curated record (`fieldsOf`), read and judged. Problems stand in `context` at the names of the form's
 * controls.
 */
export function readRecordForm<Schema extends z.ZodType>(
  fields: FormFields,
  context: Pick<z.core.$RefinementCtx, 'issues'>,
  { schema, contentOf, controlOf, combos = {}, adding }: RecordFormParts<Schema>,
): ReadRecordForm<z.output<Schema>> {
  const told = new Set<string>()
  const tell = (issue: z.core.$ZodIssue, field: string) => {
    if (told.has(`${field} ${issue.message}`)) return
    told.add(`${field} ${issue.message}`)
    context.issues.push(problemAt(issue, field))
  }
  const refuse = (field: string, message: string) =>
    context.issues.push({ code: 'custom', path: [field], message, input: undefined })
  const head = formHead.safeParse(fields)
  const content = schema.safeParse(contentOf(fields))
  for (const issue of head.error?.issues ?? []) tell(issue, issue.path.map(String).join('.'))
  for (const issue of content.error?.issues ?? [])
    if (issue.code === 'unrecognized_keys') context.issues.push({ ...issue, input: undefined })
    else tell(issue, controlOf(issue.path.map(String), fields))
  for (const [name, message] of Object.entries(combos)) {
    const { value, text } = choiceIn(fields, name)
    if (value === undefined && text !== undefined) refuse(name, message)
  }
  // What was typed for a list and never chosen would be lost in silence.
  for (const [name, message] of Object.entries(adding)) if (textAt(fields, `${name}Text`) !== '') refuse(name, message)
  return { head: head.data, content: content.data, tell, refuse }
}

/** A list typed as text: parted by commas, semicolons or lines. */
export const listIn = (text: string): string[] =>
  text
    .split(/[,;\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '')

/** The number of the place that the combobox `place` chose; what is none is left for the schema to refuse. */
export const placeIdIn = (fields: FormFields): number | string | undefined => {
  const { value } = choiceIn(fields, 'place')
  return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : value
}
