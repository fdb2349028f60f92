import type { FieldFault } from '@/ui/control'
import { TextInput } from '@/ui/text-input'

/** A code of an app, or letters and digits of a recovery code. */
export function CodeInput({
  id = 'code',
  label,
  hint,
  error,
  isRecovery = false,
}: {
  /** Its own, where two forms of one page ask for a code. */
  id?: string
  label: string
  hint: string
  error?: FieldFault | undefined
  isRecovery?: boolean | undefined
}) {
  return (
    <TextInput
      id={id}
      name="code"
      label={label}
      hint={hint}
      inputMode={isRecovery ? 'text' : 'numeric'}
      autoComplete={isRecovery ? 'off' : 'one-time-code'}
      spellCheck={false}
      error={error}
    />
  )
}
