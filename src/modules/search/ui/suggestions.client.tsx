'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useId, useLayoutEffect, useRef, useState, useSyncExternalStore, type RefObject } from 'react'
import { clearRecent, keepRecent, readRecent } from './recent-searches'
import { groupsOf, highlighted, recentGroups, rowAfter } from './suggestion-state'
import { SuggestionRowView } from './suggestion-row'
import { useAnswer } from './use-answer.client'

/** What the field says of its list to assistive technology. */
export type ComboState = { isOpen: boolean; listId: string; activeId: string | undefined }

export type SuggestionsProps = {
  input: RefObject<HTMLInputElement | null>
  action: string
  onChange: (state: ComboState) => void
}

/** The list below the search field: earlier searches, or what is found, in groups. Only `SearchField` opens it. */
export function Suggestions({ input, action, onChange }: SuggestionsProps) {
  const t = useTranslations('searchBox')
  const id = useId()
  // Read from the field itself: it is there before its list, and what is typed meanwhile is heard by nobody.
  const text = useSyncExternalStore(
    (onTyped) => {
      input.current?.addEventListener('input', onTyped)
      return () => input.current?.removeEventListener('input', onTyped)
    },
    () => input.current?.value ?? '',
  )
  const [isWanted, setWanted] = useState(() => document.activeElement === input.current)
  const [marked, setMarked] = useState<{ row: string | null; words: string }>({ row: null, words: '' })
  const [recent, setRecent] = useState(readRecent)
  const { answer, state } = useAnswer(text)
  const list = useRef<HTMLDivElement>(null)

  const isEmpty = text.trim().length < 2
  const groups = isEmpty ? recentGroups(recent) : answer === null ? [] : groupsOf(answer)
  const isOpen = isWanted && (isEmpty ? groups.length > 0 : state !== 'idle')
  const active = highlighted(groups, marked.words === text ? marked.row : null)
  const setActive = (row: string | null) => setMarked({ row, words: text })
  const activeId = active === null ? undefined : `${id}${active}`
  // Before the next key: what is said to be highlighted is what Enter takes.
  useLayoutEffect(() => {
    onChange({ isOpen, listId: `${id}list`, activeId: isOpen ? activeId : undefined })
  }, [isOpen, activeId, id, onChange])
  useEffect(() => {
    if (activeId !== undefined) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' })
  }, [activeId])

  const close = () => {
    setWanted(false)
    setActive(null)
  }
  const keep = () => {
    keepRecent(input.current?.value ?? '')
    setRecent(readRecent())
    close()
  }
  const forget = () => {
    clearRecent()
    setRecent([])
    setActive(null)
  }
  const onKey = (event: KeyboardEvent) => {
    const steps: Record<string, { back: boolean; group: boolean }> = {
      ArrowDown: { back: false, group: false },
      ArrowUp: { back: true, group: false },
      PageDown: { back: false, group: true },
      PageUp: { back: true, group: true },
    }
    const step = steps[event.key]
    if (event.key === 'Escape' && isOpen) {
      // The first press closes the list, only the next one empties the field.
      event.preventDefault()
      close()
    } else if (step !== undefined) {
      event.preventDefault()
      setWanted(true)
      setActive(isOpen ? rowAfter(groups, active, step) : null)
    } else if (event.key === 'Enter' && isOpen && activeId !== undefined && input.current?.value === text) {
      event.preventDefault()
      document.getElementById(activeId)?.click()
    } else if (event.key === 'Enter') keep()
    else if (event.key === 'Tab') close()
  }
  // The field is its owner's: here one only listens, with what the list shows by now.
  useLayoutEffect(() => {
    const field = input.current
    if (field === null) return
    const onInput = () => setWanted(true)
    const onFocus = () => {
      setRecent(readRecent())
      setWanted(true)
    }
    const onPress = (event: Event) => {
      const target = event.target instanceof Node ? event.target : null
      if (target === field) setWanted(true)
      else if (!list.current?.contains(target)) close()
    }
    const onLeave = (event: FocusEvent) => {
      if (!(event.relatedTarget instanceof Node && list.current?.contains(event.relatedTarget))) close()
    }
    field.addEventListener('input', onInput)
    field.addEventListener('focus', onFocus)
    field.addEventListener('keydown', onKey)
    field.addEventListener('blur', onLeave)
    document.addEventListener('pointerdown', onPress)
    return () => {
      field.removeEventListener('input', onInput)
      field.removeEventListener('focus', onFocus)
      field.removeEventListener('keydown', onKey)
      field.removeEventListener('blur', onLeave)
      document.removeEventListener('pointerdown', onPress)
    }
  })

  const count = groups.flatMap(({ rows }) => rows).filter(({ is }) => is === 'found').length
  const said = !isOpen || isEmpty ? '' : state === 'done' ? t('count', { count }) : state === 'idle' ? '' : t(state)
  return (
    <>
      <p role="status" className="sr-only">
        {said}
      </p>
      <div
        ref={list}
        hidden={!isOpen}
        className="absolute top-full right-0 left-0 z-40 mt-1.5 rounded-lg bg-sheet text-md text-ink shadow-float"
      >
        {!isEmpty && count === 0 && (
          <p className="px-4 pt-3.5 pb-2 text-sm text-ink-2">
            {state === 'done' ? t('nothing', { text: text.trim() }) : state === 'idle' ? '' : t(state)}
          </p>
        )}
        <div
          id={`${id}list`}
          role="listbox"
          aria-label={t('suggestions')}
          className="max-h-[min(32rem,70dvh)] overflow-y-auto rounded-lg p-1.5 empty:hidden"
        >
          {groups.map(({ key, kind, rows }) => (
            <div
              key={key}
              role="group"
              {...(kind === 'more' ? { 'aria-label': t('group.more') } : { 'aria-labelledby': `${id}${key}head` })}
            >
              {kind !== 'more' && (
                <p id={`${id}${key}head`} className="px-2.5 pt-2 pb-1 text-xs font-label text-ink-2">
                  {t(`group.${kind}`)}
                </p>
              )}
              {rows.map((row) => (
                <SuggestionRowView
                  key={row.key}
                  {...{ row, text: text.trim(), action }}
                  id={`${id}${row.key}`}
                  isActive={row.key === active}
                  onChoose={row.is === 'clear' ? forget : keep}
                  onPoint={() => setActive(row.key)}
                />
              ))}
            </div>
          ))}
        </div>
      </div>
    </>
  )
}
