'use client'

import { useEffect, useState } from 'react'
import { lengthOf } from '@/core/text-length'

/**
 * Counts the code points of the field it names as the schema does (9-decisions, Rounds). `template` holds `{count}`.
 * Read aloud only near the end, so that it does not talk over every letter.
 */
export function Counter({
  field,
  max,
  locale,
  template,
}: {
  field: string
  max: number
  locale: string
  template: string
}) {
  const [count, setCount] = useState(0)
  useEffect(() => {
    const area = document.getElementById(field)
    if (!(area instanceof HTMLTextAreaElement || area instanceof HTMLInputElement)) return
    const read = () => setCount(lengthOf(area.value.normalize('NFC').trim()))
    read()
    area.addEventListener('input', read)
    // A form that is reset by React sends no input event.
    const form = area.form
    const readLater = () => setTimeout(read)
    form?.addEventListener('reset', readLater)
    return () => {
      area.removeEventListener('input', read)
      form?.removeEventListener('reset', readLater)
    }
  }, [field])
  const near = count > max * 0.9
  return (
    <p
      className={`text-xs ${count > max ? 'font-label text-bad' : 'text-ink-3'} tabular-nums`}
      aria-live={near ? 'polite' : 'off'}
    >
      {template.replace('{count}', count.toLocaleString(locale))}
    </p>
  )
}
