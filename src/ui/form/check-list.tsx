import { Checkbox } from '@/ui/checkbox'
import type { FieldFault } from '@/ui/control'
import { Fieldset } from '@/ui/fieldset'
import type { SelectChoice } from '@/ui/select-options'

/** Any number of answers from a short closed list. */
export function CheckList({
  name,
  label,
  hint,
  choices,
  chosen,
  error,
  optional = true,
}: {
  name: string
  label: string
  hint?: string
  choices: readonly SelectChoice[]
  chosen: readonly string[]
  error?: FieldFault | undefined
  optional?: boolean
}) {
  return (
    <Fieldset id={name} label={label} hint={hint} optional={optional} error={error}>
      <div className="grid gap-x-6 sm:grid-cols-2">
        {choices.map((choice) => (
          <Checkbox
            key={choice.value}
            name={`${name}[]`}
            value={choice.value}
            defaultChecked={chosen.includes(choice.value)}
          >
            {choice.label}
          </Checkbox>
        ))}
      </div>
    </Fieldset>
  )
}
