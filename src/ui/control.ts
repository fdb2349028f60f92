/** Why a field was refused: a key of the messages `errors` and the values of its placeholders. */
export type FieldFault = { message: string; values?: Record<string, string | number> }

/** What every control of a form takes. */
export type ControlProps = {
  name: string
  /** Address of the control in the page, `name` by default; the error summary links to it. */
  id?: string
  label: string
  hint?: string | undefined
  /** Fields are required unless they say so. */
  optional?: boolean
  error?: FieldFault | undefined
}

/** The attributes that tie a control to its hint and its error. */
export function describedBy({
  id,
  hint,
  error,
}: {
  id: string
  hint?: string | undefined
  error?: FieldFault | undefined
}) {
  const parts = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean)
  return {
    'aria-describedby': parts.length > 0 ? parts.join(' ') : undefined,
    'aria-invalid': error !== undefined || undefined,
  }
}
