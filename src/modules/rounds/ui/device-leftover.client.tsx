'use client'

import { useTranslations } from 'next-intl'
import { useState, useSyncExternalStore } from 'react'
import { type ReviewFields, reviewFields, reviewFieldsOf } from '@/modules/rounds/review-content.schema'
import { useReviewParts } from '@/modules/rounds/ui/use-review-parts'
import { Button } from '@/ui/button'
import { keptOnDevice } from '@/ui/form/kept-on-device'

const never = () => () => undefined

/** What this device kept of a review and could never send, to be read and copied: the round closed, or it was taken away. */
export function DeviceLeftover({ id, owner, known }: { id: string; owner: string; known: ReviewFields }) {
  const t = useTranslations('reviews.device')
  const parts = useReviewParts()
  const [isCopied, setIsCopied] = useState(false)
  // As text, which is the same as long as it is the same.
  const kept = useSyncExternalStore(
    never,
    () => textOf(owner, id, known),
    () => '',
  )
  if (kept === '') return null
  const fields = reviewFieldsOf(Object.fromEntries(new URLSearchParams(kept)))
  const lines = parts.flatMap((part) => {
    const said = part.show(fields)
    return said === '' ? [] : [`${part.label}\n${said}`]
  })
  const text = lines.join('\n\n')
  const copy = () =>
    void navigator.clipboard
      .writeText(text)
      .then(() => setIsCopied(true))
      .catch(() => undefined)
  return (
    <section aria-labelledby="leftover" className="mt-6">
      <h2 id="leftover" className="text-md font-semibold">
        {t('title')}
      </h2>
      <p className="mb-2 text-sm text-ink-2">{t('lead')}</p>
      <textarea
        readOnly
        value={text}
        aria-labelledby="leftover"
        rows={6}
        className="field-sizing-content min-h-24 w-full rounded-md border border-rule-strong bg-sunk px-3 py-2 leading-relaxed"
      />
      <Button size="small" onClick={copy}>
        {t(isCopied ? 'copied' : 'copy')}
      </Button>
    </section>
  )
}

/** The fields that differ from what the server has; `''` when there are none. */
function textOf(owner: string, id: string, known: ReviewFields): string {
  const kept = reviewFieldsOf(keptOnDevice(owner, id)?.values ?? {})
  const own = reviewFields.flatMap((field) => {
    const value = kept[field]
    return value === undefined || value === known[field] ? [] : [[field, value]]
  })
  return new URLSearchParams(own).toString()
}
