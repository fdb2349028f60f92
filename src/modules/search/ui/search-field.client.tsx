'use client'

import { useEffect, useRef, useState, type ComponentType, type ReactNode } from 'react'
import type { ComboState, SuggestionsProps } from './suggestions.client'

/**
 * The one search field: a form that works as it is. At the first focus the list of suggestions is fetched; the field
 * itself stays, so nothing typed is lost. Every page carries this file, so it carries no more than that.
 */
export function SearchField({
  action,
  label,
  placeholder,
  initial = '',
  look,
  isAwaited = false,
  icon,
  children,
}: {
  /** With the language: `/en/search`. */
  action: string
  label: string
  placeholder?: string
  initial?: string
  look: 'bar' | 'page'
  /** The page stands for this field alone: on a touch screen it has the focus. */
  isAwaited?: boolean
  icon: ReactNode
  /** The button of the form, where there is one. */
  children?: ReactNode
}) {
  const input = useRef<HTMLInputElement>(null)
  const [List, setList] = useState<ComponentType<SuggestionsProps> | null>(null)
  const [combo, setCombo] = useState<ComboState | null>(null)
  const fetchList = () => void import('./suggestions.client').then((file) => setList(() => file.Suggestions))
  useEffect(() => {
    // Focused before the page came alive: no event came.
    if (document.activeElement === input.current) fetchList()
    // Whoever comes by the sign in the head of a phone wants to type; the name of the page is read before the field's.
    else if (isAwaited && window.matchMedia('(pointer: coarse)').matches) input.current?.focus({ preventScroll: true })
  }, [isAwaited])
  return (
    <form action={action} method="get" role="search" aria-label={label} className="relative flex w-full gap-2">
      <span className="relative min-w-0 flex-1">
        <span
          className={`pointer-events-none absolute left-3 text-ink-3 [&_svg]:size-[18px] ${look === 'bar' ? 'top-[9px]' : 'top-[13px]'}`}
        >
          {icon}
        </span>
        <input
          ref={input}
          name="q"
          type="search"
          aria-label={label}
          placeholder={placeholder}
          defaultValue={initial}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="search"
          onFocus={fetchList}
          {...(combo && {
            role: 'combobox',
            'aria-autocomplete': 'list',
            'aria-haspopup': 'listbox',
            'aria-expanded': combo.isOpen,
            'aria-controls': combo.listId,
            'aria-activedescendant': combo.activeId,
          })}
          className={`w-full rounded-md border border-rule-strong bg-sheet pr-3 pl-9.5 text-ellipsis text-ink placeholder:text-ink-3 hover:border-ink ${look === 'bar' ? 'h-9 text-sm' : 'h-11'}`}
        />
      </span>
      {children}
      {List && <List input={input} action={action} onChange={setCombo} />}
    </form>
  )
}
