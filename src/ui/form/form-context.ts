import { createContext, useContext } from 'react'
import type { FieldProblem } from '@/core/app-error'
import type { FormFields } from '@/core/form-fields'
import { textAt, textsAt } from '@/core/form-values'
import type { FieldFault } from '@/ui/control'

/** What a form's controls show: what was typed or stored, and what was refused. */
export const FormContext = createContext<{ values: FormFields; problems: readonly FieldProblem[] }>({
  values: {},
  problems: [],
})

/** Reads the form around a control: attributes of a text control, of a combobox, of a list. */
export function useFormFields() {
  const { values, problems } = useContext(FormContext)
  const faultOf = (name: string): FieldFault | undefined => problems.find((problem) => problem.field === name)
  /** Does anything under this name carry a value or a fault? Then its part of the form stands open. */
  const isUsed = (...names: string[]) =>
    names.some(
      (name) =>
        values[name] !== undefined || problems.some(({ field }) => field === name || field.startsWith(`${name}.`)),
    )
  return {
    values,
    faultOf,
    isUsed,
    text: (name: string) => ({ name, defaultValue: textAt(values, name), error: faultOf(name) }),
    list: (name: string) => ({ name, chosen: textsAt(values, name), error: faultOf(name) }),
    combo: (name: string) => {
      const text = textAt(values, `${name}Text`)
      const isChosen = text !== '' && text === textAt(values, `${name}For`)
      return { name, initial: { value: isChosen ? textAt(values, name) : '', text }, error: faultOf(name) }
    },
  }
}
