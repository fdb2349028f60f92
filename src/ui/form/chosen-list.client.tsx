'use client'

import { X } from 'lucide-react'
import { useRef, useState } from 'react'
import { plainLetters } from '@/core/letters'
import { Combobox } from '@/ui/combobox/combobox.client'
import type { ComboOption } from '@/ui/combobox/combo-option'
import type { FieldFault } from '@/ui/control'
import { Fieldset } from '@/ui/fieldset'
import { IconButton } from '@/ui/icon-button'

const mostShown = 30

/**
 * Any number of entries of a long closed list, found by typing. Sends `name[]` once an entry; what waits in the search
 * field is sent as `addName…` and must not be lost in silence. `words`: "Add a sector", "Remove {name}", "already chosen".
 */
export function ChosenList({
  name,
  addName,
  label,
  hint,
  options,
  chosen,
  error,
  addError,
  addText = '',
  words,
}: {
  name: string
  addName: string
  label: string
  hint?: string
  options: readonly ComboOption[]
  chosen: readonly string[]
  error?: FieldFault | undefined
  addError?: FieldFault | undefined
  addText?: string
  words: { add: string; remove: (name: string) => string; taken: string }
}) {
  const [list, setList] = useState<readonly string[]>(chosen)
  const box = useRef<HTMLDivElement>(null)
  const labelOf = (value: string) => options.find((option) => option.value === value)?.label ?? value
  const find = (typed: string) => {
    const words = plainLetters(typed).split(' ')
    const found = options.filter((option) => {
      const text = plainLetters(`${option.secondary ?? ''} ${option.label}`)
      return words.every((word) => text.includes(word))
    })
    const first = (option: ComboOption) => (plainLetters(option.label).startsWith(plainLetters(typed)) ? 0 : 1)
    return found.sort((a, b) => first(a) - first(b)).slice(0, mostShown)
  }
  const load = (typed: string) =>
    Promise.resolve(
      find(typed).map((option) => (list.includes(option.value) ? { ...option, taken: words.taken } : option)),
    )
  const remove = (value: string) => {
    setList(list.filter((one) => one !== value))
    box.current?.querySelector<HTMLInputElement>('input:not([type=hidden])')?.focus()
  }
  return (
    <Fieldset id={name} label={label} hint={hint} optional error={error}>
      {list.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {list.map((value) => (
            <li key={value} className="flex items-center gap-1 rounded-md border border-rule bg-sheet pl-3 text-sm">
              <input type="hidden" name={`${name}[]`} value={value} />
              {labelOf(value)}
              <IconButton label={words.remove(labelOf(value))} icon={<X aria-hidden />} onClick={() => remove(value)} />
            </li>
          ))}
        </ul>
      )}
      <div ref={box}>
        <Combobox
          name={addName}
          label={words.add}
          load={load}
          initial={{ value: '', text: addText }}
          error={addError}
          clearOnChoice
          onChoose={(option) => setList((now) => (now.includes(option.value) ? now : [...now, option.value]))}
        />
      </div>
    </Fieldset>
  )
}
