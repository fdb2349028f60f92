import { sameValue } from '@/core/compare'
import type { FormFields } from '@/core/form-fields'
import { groupAt, textAt } from '@/core/form-values'
import { shownText } from './shown-text'
import { shownValue } from './shown-value'

/** One thing that two versions of a record may differ in: its names in the form, its label, and how its value reads. */
export type RecordField = {
  /** The part of the record it is chosen with (core/record-part). */
  part: string
  names: readonly string[]
  label: string
  /** Its value in words; items of a list on a line each. */
  show: (values: FormFields) => string
  /** What is compared, where a form sends more than it says (a text's language without a text). */
  read?: (values: FormFields) => unknown
  /** `text`: compared word by word; `list`: item by item. Absent: one value beside the other. */
  look?: 'text' | 'list'
  /** What the two values cannot say by themselves: how far a point moved. */
  note?: (before: FormFields, after: FormFields) => string | null
}

export const differs = ({ names, read }: RecordField, one: FormFields, other: FormFields): boolean =>
  read ? !sameValue(read(one), read(other)) : names.some((name) => !sameValue(one[name], other[name]))

type WordOf = (code: string) => string

/** A field whose codes are said in words. */
export const plainField = (
  name: string,
  label: string,
  { wordOf, ...more }: Partial<RecordField> & { wordOf?: WordOf } = {},
): RecordField => ({
  part: name,
  names: [name],
  label,
  show: (values) => shownValue(values[name], wordOf),
  ...more,
})

/** A text in several languages; `wordOf` names them. */
export const textsField = (name: string, label: string, { wordOf }: { wordOf: WordOf }): RecordField => ({
  part: name,
  names: [name],
  label,
  look: 'text',
  read: (values) => groupAt(values, `${name}.texts`),
  show: (values) => shownText(groupAt(values, `${name}.texts`), wordOf),
})

/** Something found by its name: the name is shown, the id is compared. */
export const comboField = (name: string, label: string, part: string): RecordField => ({
  part,
  names: [name, `${name}Text`, `${name}For`],
  label,
  read: (values) => textAt(values, name) || textAt(values, `${name}Text`),
  show: (values) => textAt(values, `${name}Text`),
})

/** The words of a closed list by code. */
export const wordsOf = <Code extends string>(codes: readonly Code[], wordOf: (code: Code) => string): WordOf => {
  const words = new Map<string, string>(codes.map((code) => [code, wordOf(code)]))
  return (code) => words.get(code) ?? code
}

/** What these parts are called, in the order of the form. */
export const partNames = (fields: readonly RecordField[], parts: readonly string[]): string =>
  fields
    .filter(({ part }, index) => parts.includes(part) && fields.findIndex((field) => field.part === part) === index)
    .map(({ label }) => label)
    .join(', ')
