import type { FormFields } from './form-fields'

/**
 * What a form's save answers when it did not lead to another page: somebody saved the record meanwhile. `values` and
 * `version` are what stands in the register now, to be chosen from field by field.
 */
export type StaleForm = { stale: { version: number; values: FormFields } }
