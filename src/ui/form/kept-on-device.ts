import { type FormFields, fieldsOf } from '@/core/form-fields'
import { fieldsOfPayload } from '@/core/form-payload'
import { textAt } from '@/core/form-values'
import { onDevice, prefix } from './kept-forms'

/** What is kept of a form on this device until the server has it: on which version it was typed, by which page, when. */
type OnDevice = { version: number; writer: string; values: FormFields; at: Date | null }

const keyOf = (owner: string, form: string) => `${prefix}${owner}:${form}`

/** Kept from now on. False where this device keeps nothing. */
export const keepOnDevice = (owner: string, form: string, { version, writer, values }: Omit<OnDevice, 'at'>): boolean =>
  onDevice((device) => {
    const at = new Date().toISOString()
    device.setItem(keyOf(owner, form), JSON.stringify({ version: String(version), writer, values, at }))
    return true
  }) ?? false

export const dropOnDevice = (owner: string, form: string): void =>
  void onDevice((device) => device.removeItem(keyOf(owner, form)))

/** What this device kept of a form of this reader; null when it keeps nothing, or nothing that can be read. */
export function keptOnDevice(owner: string, form: string): OnDevice | null {
  const stored = onDevice((device) => {
    const text = device.getItem(keyOf(owner, form))
    return text === null ? null : fieldsOfPayload(JSON.parse(text))
  })
  if (stored === null) return null
  const { values } = stored
  if (typeof values !== 'object' || Array.isArray(values)) return null
  const at = new Date(textAt(stored, 'at'))
  const [version, writer] = [Number(textAt(stored, 'version')), textAt(stored, 'writer')]
  return { version, writer, values, at: Number.isNaN(at.getTime()) ? null : at }
}

export const formValues = (form: HTMLFormElement): FormFields => fieldsOf(new FormData(form))
