'use client'

import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/ui/button'

type CopyField = {
  field: string
  label: string
  text: string
  language: string | null
  /** "142 of 160 characters", in the reader's language. */
  counter: string | null
  isTooLong: boolean
}

/** The fields of the programme's form one under the other, each with a button that copies its words. */
export function CopyFields({
  fields,
  words,
}: {
  fields: readonly CopyField[]
  /** "Copy", "Copied"; with the name of the field for who hears it. */
  words: { copy: string; copied: string; failed: string }
}) {
  const [state, setState] = useState<{ field: string; isDone: boolean } | null>(null)
  const copy = async ({ field, text }: CopyField) => {
    const isDone = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
    setState({ field, isDone })
  }
  return (
    <ul>
      {fields.map((one) => {
        const told = state?.field === one.field ? state : null
        return (
          <li key={one.field} className="flex flex-wrap items-start gap-x-5 gap-y-2 border-b border-rule py-3">
            <div className="min-w-0 flex-1 basis-80">
              <p className="text-sm font-semibold">{one.label}</p>
              <p lang={one.language ?? undefined} className="max-w-[66ch] wrap-break-word whitespace-pre-line">
                {one.text}
              </p>
              {one.counter !== null && (
                <p className={`text-xs tabular-nums ${one.isTooLong ? 'font-label text-bad' : 'text-ink-3'}`}>
                  {one.counter}
                </p>
              )}
            </div>
            <div className="flex items-center gap-2 noscript:hidden">
              <span role="status" className="text-sm text-ink-2">
                {told !== null && (told.isDone ? words.copied : words.failed)}
              </span>
              <Button
                size="small"
                icon={told?.isDone === true ? <Check aria-hidden /> : <Copy aria-hidden />}
                aria-label={`${words.copy}: ${one.label}`}
                onClick={() => void copy(one)}
              >
                {words.copy}
              </Button>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
