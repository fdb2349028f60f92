import { ChevronDown } from 'lucide-react'
import type { ComponentPropsWithRef } from 'react'
import { describedBy, type ControlProps } from './control'
import { controlClasses } from './control-look'
import { Field } from './field'
import { SelectOptions, type SelectItem } from './select-options'

type Props = ControlProps &
  Pick<ComponentPropsWithRef<'select'>, 'defaultValue' | 'onChange' | 'ref'> & {
    items: readonly SelectItem[]
    /** First row without a value: what to do, or what none means. Absent = there is always a choice. */
    empty?: string
    /** Number of the form's answer. React resets a form after its action, and a select only remembers by a new key. */
    turn?: number
  }

/** A closed list, native. */
export function SelectField({
  name,
  id = name,
  label,
  hint,
  optional = false,
  error,
  items,
  empty,
  turn,
  ...rest
}: Props) {
  return (
    <Field id={id} label={label} hint={hint} optional={optional} error={error}>
      <span className="relative block">
        <select
          key={turn}
          {...rest}
          {...describedBy({ id, hint, error })}
          id={id}
          name={name}
          className={`${controlClasses(error !== undefined)} appearance-none pr-9`}
        >
          {empty !== undefined && <option value="">{empty}</option>}
          <SelectOptions items={items} />
        </select>
        <ChevronDown className="pointer-events-none absolute top-3 right-3 size-[18px] text-ink-2" aria-hidden />
      </span>
    </Field>
  )
}
