import type { FormFields } from './form-fields'
import { textAt } from './form-values'

/**
 * What a combobox sent: `value` counts only while the field still says the label it was chosen for; after that the text
 * speaks for itself (a form sent without script can change the text, not the value).
 * Returns the chosen value, or the text to look up, or nothing of both.
 */
export function comboChoice(sent: {
  value?: string | undefined
  label?: string | undefined
  text?: string | undefined
}): { value?: string; text?: string } {
  const text = sent.text?.trim() ?? ''
  if (text === '') return {}
  if (sent.value !== undefined && sent.value !== '' && sent.label?.trim() === text) return { value: sent.value, text }
  return { text }
}

/** What a combobox of a form chose, or the text that waits in it: fields `name`, `nameText`, `nameFor`. */
export const choiceIn = (fields: FormFields, name: string) =>
  comboChoice({
    value: textAt(fields, name),
    label: textAt(fields, `${name}For`),
    text: textAt(fields, `${name}Text`),
  })

/** The way back: the fields of a combobox that shows `label` for `value`. */
export const comboFields = (name: string, value: string | number | undefined, label: string | undefined) =>
  value === undefined ? {} : { [name]: value, [`${name}Text`]: label ?? value, [`${name}For`]: label ?? value }
