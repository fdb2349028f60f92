'use client'

import { Check, Copy } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useId, useState, type ReactNode } from 'react'
import { escaped } from '@/core/markup'
import { PictureWays } from '@/modules/map/ui/picture-ways.client'
import { Button } from '@/ui/button'
import { controlClasses } from '@/ui/control-look'

const heights = [360, 480, 640, 800] as const

/** The frame another site shows this view in: the same parameters at `/{locale}/embed/map`. */
function frameCode(title: string, height: number): string {
  const { origin, pathname, search } = window.location
  const address = `${origin}${pathname.replace(/\/map$/, '/embed/map')}${search}`
  return `<iframe src="${escaped(address)}" title="${escaped(title)}" width="100%" height="${height}" loading="lazy" allowfullscreen></iframe>`
}

/** The address of the view one sees, its picture, and the frame for a page of one's own. Comes when it is asked for. */
export function ShareWays() {
  const t = useTranslations('map.share')
  const [height, setHeight] = useState<number>(480)
  const heightId = useId()
  const locale = useLocale()
  const frameHint = (
    <>
      {t('frameHint')} <a href={`/${locale}/help#embed`}>{t('frameWords')}</a>
    </>
  )
  return (
    <div className="flex min-h-0 flex-col gap-6 overflow-y-auto px-5 py-4">
      <Copied label={t('address')} text={window.location.href} />
      <PictureWays />
      <Copied label={t('frame')} hint={frameHint} text={frameCode(document.title, height)} rows={4}>
        <label htmlFor={heightId} className="flex items-center gap-2 text-sm">
          {t('height')}
          <select
            id={heightId}
            value={height}
            onChange={(event) => setHeight(Number(event.currentTarget.value))}
            className={`${controlClasses(false)} w-auto`}
          >
            {heights.map((one) => (
              <option key={one} value={one}>
                {one} px
              </option>
            ))}
          </select>
        </label>
      </Copied>
    </div>
  )
}

/** A text to take along, chosen whole at a press, with a button that copies it. */
function Copied({
  label,
  hint,
  text,
  rows = 2,
  children,
}: {
  label: string
  hint?: ReactNode
  text: string
  rows?: number
  children?: ReactNode
}) {
  const t = useTranslations('map.share')
  const id = useId()
  const [said, setSaid] = useState<'' | 'copied' | 'notCopied'>('')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setSaid('copied')
    } catch {
      // No permission to write: the text is chosen and can be copied by hand.
      const field = document.getElementById(id)
      if (field instanceof HTMLTextAreaElement) field.select()
      setSaid('notCopied')
    }
  }
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      {hint !== undefined && <p className="text-sm text-ink-2">{hint}</p>}
      <textarea
        id={id}
        readOnly
        rows={rows}
        value={text}
        onFocus={(event) => event.currentTarget.select()}
        className={`${controlClasses(false)} resize-none font-mono text-sm break-all`}
      />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <span className="flex items-center gap-3">
          <Button
            size="small"
            icon={said === 'copied' ? <Check aria-hidden /> : <Copy aria-hidden />}
            onClick={() => void copy()}
          >
            {t('copy')}
          </Button>
          <span role="status" className="text-sm">
            {said === '' ? '' : t(said)}
          </span>
        </span>
        {children}
      </div>
    </div>
  )
}
