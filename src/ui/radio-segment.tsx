import { Check } from 'lucide-react'
import type { ChangeEventHandler } from 'react'
import type { ControlProps } from './control'
import { Fieldset } from './fieldset'
import type { SelectChoice } from './select-options'

type Props = ControlProps & {
  /** Two to four answers that exclude each other. */
  choices: readonly SelectChoice[]
  defaultValue?: string | undefined
  /** As in `SelectField`. */
  turn?: number
  onChange?: ChangeEventHandler<HTMLInputElement>
}

/** Native radios drawn as one bar; the chosen one is ink with a check. */
export function RadioSegment({ name, id = name, choices, defaultValue, turn, onChange, ...field }: Props) {
  return (
    <Fieldset id={id} {...field}>
      <div key={turn} className="isolate flex w-fit max-w-full flex-wrap">
        {choices.map((choice) => (
          <label
            key={choice.value}
            className="group relative -mb-px flex min-h-[42px] flex-auto items-center gap-1.5 border border-rule-strong bg-sheet px-5 py-2 not-first:-ml-px first:rounded-l-md last:rounded-r-md hover:bg-sunk has-checked:z-1 has-checked:border-ink has-checked:bg-ink has-checked:font-semibold has-checked:text-on-ink has-focus-visible:z-2 has-focus-visible:ring-here"
          >
            <input
              type="radio"
              name={name}
              value={choice.value}
              defaultChecked={choice.value === defaultValue}
              onChange={onChange}
              className="absolute inset-0 size-full cursor-pointer opacity-0"
            />
            <Check className="hidden size-[18px] group-has-checked:block" aria-hidden />
            {choice.label}
          </label>
        ))}
      </div>
    </Fieldset>
  )
}
