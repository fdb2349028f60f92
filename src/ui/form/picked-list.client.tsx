'use client'

import { X } from 'lucide-react'
import { useRef, useState } from 'react'
import { Combobox } from '@/ui/combobox/combobox.client'
import type { ComboOption, LoadOptions } from '@/ui/combobox/combo-option'
import type { FieldFault } from '@/ui/control'
import { Disc } from '@/ui/disc'
import { Fieldset } from '@/ui/fieldset'
import { IconButton } from '@/ui/icon-button'

export type PickedListProps = {
  name: string
  addName: string
  label: string
  hint?: string | undefined
  error?: FieldFault | undefined
  addError?: FieldFault | undefined
  addText?: string
  /** "Add a sector", "Remove {name}", "already chosen". */
  words: { add: string; remove: (name: string) => string; taken: string }
}

/**
 * Any number of entries, found by typing. Sends each as `name[]`, or with its words as a row (`name.0.id`,
 * `name.0.label`, …), so that it comes back as it was seen. What waits in the search field is sent as `addName…` and must
 * not be lost in silence.
 */
export function PickedList({
  name,
  addName,
  label,
  hint,
  picked,
  sends,
  load,
  error,
  addError,
  addText = '',
  words,
}: PickedListProps & { picked: readonly ComboOption[]; sends: 'list' | 'rows'; load: LoadOptions }) {
  const [list, setList] = useState(picked)
  const box = useRef<HTMLDivElement>(null)
  const has = (value: string) => list.some((one) => one.value === value)
  const loadNoted: LoadOptions = async (text, signal) =>
    (await load(text, signal)).map((option) => (has(option.value) ? { ...option, taken: words.taken } : option))
  const remove = (value: string) => {
    setList(list.filter((one) => one.value !== value))
    box.current?.querySelector<HTMLInputElement>('input:not([type=hidden])')?.focus()
  }
  return (
    <Fieldset id={name} label={label} hint={hint} optional error={error}>
      {list.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {list.map((option, index) => (
            <li
              key={option.value}
              className="flex max-w-full items-center gap-1.5 rounded-md border border-rule bg-sheet pl-3 text-sm"
            >
              <Sent name={sends === 'list' ? `${name}[]` : `${name}.${index}`} sends={sends} option={option} />
              {option.kind !== undefined && <Disc kind={option.kind} size={22} />}
              <span className="min-w-0 py-1 wrap-break-word">{option.label}</span>
              <IconButton
                label={words.remove(option.label)}
                icon={<X aria-hidden />}
                onClick={() => remove(option.value)}
              />
            </li>
          ))}
        </ul>
      )}
      <div ref={box}>
        <Combobox
          name={addName}
          label={words.add}
          load={loadNoted}
          initial={{ value: '', text: addText }}
          error={addError}
          clearOnChoice
          onChoose={(option) =>
            setList((now) => (now.some(({ value }) => value === option.value) ? now : [...now, option]))
          }
        />
      </div>
    </Fieldset>
  )
}

function Sent({ name, sends, option }: { name: string; sends: 'list' | 'rows'; option: ComboOption }) {
  const { value, label, secondary, kind } = option
  if (sends === 'list') return <input type="hidden" name={name} value={value} />
  const parts = { id: value, label, note: secondary ?? '', kind: kind ?? '' }
  return Object.entries(parts).map(([part, text]) => (
    <input key={part} type="hidden" name={`${name}.${part}`} value={text} />
  ))
}
