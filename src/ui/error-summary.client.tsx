'use client'

import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useAnswerFocus } from '@/ui/use-answer-focus.client'

export type SummaryLine = {
  /** The `id` of the control; absent when the fault belongs to no field. */
  field?: string
  text: string
}

/** What is to be corrected, on top of the form, focused when an answer arrives; each line leads to its field. */
export function ErrorSummary({ lines, turn }: { lines: readonly SummaryLine[]; turn: number }) {
  const t = useTranslations('ui')
  const box = useAnswerFocus(turn)
  if (lines.length === 0) return null
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      aria-labelledby="error-summary"
      className="flex gap-3 rounded-md border-2 border-bad bg-sheet px-4.5 py-3.5"
    >
      <CircleAlert className="size-[22px] flex-none text-bad" aria-hidden />
      <div>
        <h2 id="error-summary" className="font-semibold">
          {t('errorSummary', { count: lines.length })}
        </h2>
        <ul>
          {lines.map(({ field, text }) => (
            <li key={`${field} ${text}`} className="mt-1 font-label text-bad">
              {field === undefined ? (
                text
              ) : (
                <a className="text-bad" href={`#${field}`} onClick={(event) => focusField(event, field)}>
                  {text}
                </a>
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

/** The address of the page stays as it is: its fragment would be shared and mean nothing later. */
function focusField(event: React.MouseEvent, field: string) {
  const target = document.getElementById(field)
  if (!target) return
  event.preventDefault()
  target.focus()
  target.scrollIntoView({ block: 'center' })
}
