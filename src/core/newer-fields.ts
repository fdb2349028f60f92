import type { FormFields, FormValue } from './form-fields'

const isSame = (one: FormValue | undefined, other: FormValue | undefined) =>
  JSON.stringify(one) === JSON.stringify(other)

/**
 * The fields of a form that comes back, with what was typed or chosen while it was under way: `sent` is what stood in it
 * when it left, `present` what stands in it now. What was left alone is as it came back.
 */
export function newerFields(
  returned: FormFields,
  { sent, present }: { sent: FormFields; present: FormFields },
): FormFields {
  const names = new Set([...Object.keys(sent), ...Object.keys(present)])
  const changed = [...names].filter((name) => !isSame(sent[name], present[name]))
  const kept = Object.entries(returned).filter(([name]) => !changed.includes(name))
  return Object.fromEntries([
    ...kept,
    ...changed.flatMap((name) => {
      const value = present[name]
      return value === undefined ? [] : [[name, value] as const]
    }),
  ])
}
