'use client'

import { Plus, X } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Button } from '@/ui/button'
import { IconButton } from '@/ui/icon-button'

// The list of further languages stands before a text, and is not what one came to fill.
const field = 'input:not([type=hidden]), select:not([aria-label]), textarea'
const isShown = (element: HTMLElement) => element.offsetParent !== null

/**
 * Rows of equal fields, to be added and removed. `children` draws the fields of row `index`, which are named
 * `name.index.…`; numbers are never used again, gaps are closed where the form is read.
 */
export function RowList({
  count,
  words,
  children,
}: {
  count: number
  words: { add: string; remove: (position: number) => string }
  children: (index: number) => ReactNode
}) {
  const [rows, setRows] = useState(() => Array.from({ length: count }, (_, index) => index))
  const next = useRef(count)
  const list = useRef<HTMLOListElement>(null)
  const adding = useRef<HTMLButtonElement>(null)
  const [focus, setFocus] = useState<'new row' | 'button' | null>(null)
  useEffect(() => {
    if (focus === 'button') adding.current?.focus()
    if (focus === 'new row')
      [...(list.current?.lastElementChild?.querySelectorAll<HTMLElement>(field) ?? [])].find(isShown)?.focus()
  }, [focus, rows])
  return (
    <>
      {rows.length > 0 && (
        <ol ref={list} className="flex flex-col">
          {rows.map((index, position) => (
            <li key={index} className="flex items-start gap-2 border-b border-rule py-3 first:pt-0">
              <div className="min-w-0 flex-1">{children(index)}</div>
              <div className="pt-7">
                <IconButton
                  label={words.remove(position + 1)}
                  icon={<X aria-hidden />}
                  onClick={() => {
                    setRows(rows.filter((row) => row !== index))
                    setFocus('button')
                  }}
                />
              </div>
            </li>
          ))}
        </ol>
      )}
      <div>
        <Button
          ref={adding}
          size="small"
          icon={<Plus aria-hidden />}
          onClick={() => {
            setRows([...rows, next.current++])
            setFocus('new row')
          }}
        >
          {words.add}
        </Button>
      </div>
    </>
  )
}
