import type { ComponentPropsWithRef, ReactNode } from 'react'
import { describedBy, type ControlProps } from './control'
import { controlClasses } from './control-look'
import { Field } from './field'

type Props = ControlProps &
  Pick<
    ComponentPropsWithRef<'input'>,
    | 'defaultValue'
    | 'autoComplete'
    | 'inputMode'
    | 'placeholder'
    | 'lang'
    | 'onChange'
    | 'onBlur'
    | 'onPaste'
    | 'ref'
    | 'readOnly'
    | 'spellCheck'
  > & {
    type?: 'text' | 'email' | 'password' | 'search' | 'tel' | 'url' | 'date'
    /** Stands under the control: a counter. */
    after?: ReactNode
  }

/** One line of text. Numbers and dates are text too: what was typed comes back as it was typed. */
export function TextInput({
  name,
  id = name,
  label,
  hint,
  optional = false,
  error,
  type = 'text',
  after,
  ...rest
}: Props) {
  return (
    <Field id={id} label={label} hint={hint} optional={optional} error={error} after={after}>
      <input
        {...rest}
        {...describedBy({ id, hint, error })}
        id={id}
        name={name}
        type={type}
        className={controlClasses(error !== undefined)}
      />
    </Field>
  )
}
