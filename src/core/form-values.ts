import type { FormFields, FormValue } from './form-fields'

// Reading what a form holds (`fieldsOf`), by the same dotted names its controls have.

const partOf = (value: FormValue | undefined, part: string): FormValue | undefined => {
  if (Array.isArray(value)) return value[Number(part)]
  return typeof value === 'object' && Object.hasOwn(value, part) ? value[part] : undefined
}

/** What stands under a dotted name (`parties.0.role`), or undefined. */
const valueAt = (values: FormFields, name: string): FormValue | undefined =>
  name.split('.').reduce<FormValue | undefined>(partOf, values)

/** The text under a name; `''` when there is none. */
export function textAt(values: FormFields, name: string): string {
  const value = valueAt(values, name)
  return typeof value === 'string' ? value : ''
}

/** The texts under a name: a repeated field, or one that was sent once. */
export function textsAt(values: FormFields, name: string): string[] {
  const value = valueAt(values, name)
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

const isGroup = (value: FormValue | undefined): value is FormFields =>
  typeof value === 'object' && !Array.isArray(value)

/** The rows under a name (`parties.0…`, `parties.1…`). */
export function rowsAt(values: FormFields, name: string): FormFields[] {
  const value = valueAt(values, name)
  return Array.isArray(value) ? value.filter(isGroup) : []
}

/** The fields under a name (`source.name`, `source.url`); empty when there are none. */
export function groupAt(values: FormFields, name: string): FormFields {
  const value = valueAt(values, name)
  return isGroup(value) ? value : {}
}

/** A form's values from what a record holds: texts as they are, numbers as text, true as `1`, what is absent left out. */
function formValue(value: unknown): FormValue | undefined {
  if (value === null || value === undefined || value === false || value === '') return undefined
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (value === true) return '1'
  if (Array.isArray(value)) {
    const items = value.map(formValue).filter((item) => item !== undefined)
    return items.length > 0 ? items : undefined
  }
  const fields = formFields(value)
  return Object.keys(fields).length > 0 ? fields : undefined
}

/** `formValue` of each entry of an object. */
export const formFields = (object: object): FormFields =>
  Object.fromEntries(
    Object.entries(object).flatMap(([name, part]) => {
      const value = formValue(part)
      return value === undefined ? [] : [[name, value]]
    }),
  )

/** What may be kept in the database of a text: no NUL and no lone surrogate. Names of fields are ours. */
export function storable(value: FormValue): FormValue {
  if (typeof value === 'string') return value.toWellFormed().replaceAll('\0', '')
  if (Array.isArray(value)) return value.map(storable)
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, storable(part)]))
}
