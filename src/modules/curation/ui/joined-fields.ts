import type { RecordField } from '@/ui/form/record-field'

/** The fields of a form, some of them shown and chosen as one (a state, since when, and what it led to). */
export function joinedFields(
  fields: readonly RecordField[],
  together: Readonly<Record<string, readonly string[]>>,
): RecordField[] {
  const inner = new Set(Object.values(together).flat())
  const nameOf = ({ names }: RecordField) => names[0] ?? ''
  return fields
    .filter((field) => !inner.has(nameOf(field)))
    .map((field) => {
      const parts = together[nameOf(field)]
      if (parts === undefined) return field
      const all = [field, ...fields.filter((other) => parts.includes(nameOf(other)))]
      return {
        ...field,
        names: all.flatMap(({ names }) => names),
        show: (values) =>
          all
            .map((one) => one.show(values))
            .filter((text) => text !== '')
            .join(', '),
      }
    })
}
