import type { AppErrorCode, FieldProblem } from './app-error'
import type { FormFields } from './form-fields'

/** What a form knows after it was sent: what was typed, what is wrong with it. */
export type FormState<Result = undefined> = {
  /** Grows with each answer. As `key` of selects and radios it brings their values back: React resets a sent form. */
  turn: number
  values: FormFields
  problems: FieldProblem[]
  /** Why the whole form was refused; `message` is a key of the namespace `errors`. */
  refusal: { code: AppErrorCode; message: string; values: Record<string, string | number> } | null
  result?: Result
}

/** A form nobody has sent yet. */
export const unsent: FormState<never> = { turn: 0, values: {}, problems: [], refusal: null }
