import type { FormFields } from '@/core/form-fields'
import { fieldsOfPayload } from '@/core/form-payload'
import { inTab, prefix, sessionEvent } from './kept-forms'

/** Why a form was kept, as a key of the messages `errors`: what its reader is told when it is back. */
const reasons = ['pageUpdated', 'signedInAgain', 'connectionBack'] as const
type KeptReason = (typeof reasons)[number]
export type KeptForm = { reason: KeptReason; values: FormFields }

/** What is never kept, not even in this tab. */
const secret = /password|^(proof|code|token)$/i

const keyOf = (form: string) => `${prefix}${location.pathname}${location.search}#${form}`
/** By its attribute: a field called `id` hides the property of that name. */
export const idOfForm = (form: HTMLFormElement | null): string => form?.getAttribute('id') ?? ''
/** Whose page this is: what one person typed is never shown to the next one in the same tab. */
const owner = () => document.querySelector('meta[name="atlas-viewer"]')?.getAttribute('content') ?? ''

/** Keeps what was typed into a form of this address, in this tab only, until it is sent. */
export function keepForm(form: string, values: FormFields, reason: KeptReason): void {
  const kept = Object.fromEntries(Object.entries(values).filter(([name]) => !secret.test(name)))
  inTab((tab) => tab.setItem(keyOf(form), JSON.stringify({ owner: owner(), reason, values: kept })))
  if (reason === 'signedInAgain') document.dispatchEvent(new Event(sessionEvent))
}

export function dropForm(form: string): void {
  inTab((tab) => tab.removeItem(keyOf(form)))
}

const read = new Map<string, { text: string; kept: KeptForm | null }>()

/** The kept form of this address, the same object as long as it is the same; null when there is none of this reader. */
export function keptForm(form: string): KeptForm | null {
  const key = keyOf(form)
  const text = inTab((tab) => tab.getItem(key))
  if (text === null) return null
  const known = read.get(key)
  if (known?.text === text) return known.kept
  const { owner: whose, reason, values } = fieldsOfPayload(JSON.parse(text))
  const why = reasons.find((each) => each === reason)
  const kept = why && (whose ?? '') === owner() ? { reason: why, values: fieldsOfPayload(values) } : null
  read.set(key, { text, kept })
  return kept
}
