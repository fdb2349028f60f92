'use client'

import { Search } from 'lucide-react'
import { useEffect, useRef, useState, type ComponentType } from 'react'
import { flushSync } from 'react-dom'
import { describedBy } from '@/ui/control'
import { controlClasses } from '@/ui/control-look'
import { Field } from '@/ui/field'
import type { ComboboxListProps } from './combobox-list.client'
import type { ComboboxProps } from './combobox-props'

/**
 * Search in a register while typing. The form sends three fields, read by `comboChoice` of core: `name` the chosen value,
 * `nameText` what stands in the field, `nameFor` the label the value was chosen for. Before script runs, and without
 * it, this is a plain text field; the list (react-aria) is fetched at the first focus and takes its place, text and
 * focus kept.
 */
export function Combobox(props: ComboboxProps) {
  return <Carrying key={props.turn} {...props} />
}

function Carrying(props: ComboboxProps) {
  const {
    name,
    id = name,
    label,
    hint,
    optional = false,
    error,
    initial = { value: '', text: '' },
    placeholder,
  } = props
  const input = useRef<HTMLInputElement>(null)
  const [List, setList] = useState<ComponentType<ComboboxListProps> | null>(null)
  const [carried, setCarried] = useState({ text: initial.text, focused: false })
  const fetchList = () =>
    void import('./combobox-list.client').then((file) => {
      const plain = input.current
      if (plain === null) return
      const focused = document.activeElement === plain
      const { selectionStart, selectionEnd } = plain
      // At once, so that no key falls between reading the text and showing the list.
      flushSync(() => {
        setCarried({ text: plain.value, focused })
        setList(() => file.ComboboxList)
      })
      // What was marked stays marked: the next key replaces it.
      const field = document.getElementById(id)
      if (focused && field instanceof HTMLInputElement) field.setSelectionRange(selectionStart, selectionEnd)
    })
  useEffect(() => {
    // Focused before hydration: no event came.
    if (document.activeElement === input.current) fetchList()
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when the page comes alive
  }, [])
  return (
    <Field id={id} label={label} hint={hint} optional={optional} error={error}>
      <span className="relative block">
        <Search className="pointer-events-none absolute top-3 left-3 z-1 size-[18px] text-ink-3" aria-hidden />
        {List ? (
          <List {...props} id={id} initial={initial} carried={carried} />
        ) : (
          <>
            <input type="hidden" name={name} defaultValue={initial.value} />
            <input type="hidden" name={`${name}For`} defaultValue={initial.text} />
            <input
              {...describedBy({ id, hint, error })}
              ref={input}
              id={id}
              name={`${name}Text`}
              defaultValue={initial.text}
              placeholder={placeholder}
              autoComplete="off"
              onFocus={fetchList}
              onPointerEnter={fetchList}
              className={`${controlClasses(error !== undefined)} pl-9.5`}
            />
          </>
        )}
      </span>
    </Field>
  )
}
