'use client'

import { ImageDown, Printer } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/ui/button'
import { buttonClasses } from '@/ui/button-look'
import { handOver, pictureAsPng, pictureImage } from '@/ui/picture-file'

/** The address of the picture of the view one sees. */
function pictureAddress(): string {
  const { pathname, search } = window.location
  const params = new URLSearchParams(search)
  params.set('lang', /^\/([a-z]{2})\//.exec(pathname)?.[1] ?? 'en')
  return `/export/map.svg?${params}`
}

const printedId = 'map-printed'

/** Puts the picture where only paper shows it, and prints. */
async function printPicture() {
  const image = await pictureImage(pictureAddress())
  const place = document.getElementById(printedId)
  place?.replaceChildren(image)
  window.print()
}

/** The picture of the view one sees: as SVG, as PNG for print, or on paper with its list. */
export function PictureWays() {
  const t = useTranslations('map.picture')
  const [state, setState] = useState<'idle' | 'making' | 'failed'>('idle')
  const make = async (work: () => Promise<void>) => {
    setState('making')
    try {
      await work()
      setState('idle')
    } catch {
      setState('failed')
    }
  }
  const png = async () => handOver(await pictureAsPng(pictureAddress()), 'atlas-map.png')
  return (
    <div className="flex flex-col gap-1.5">
      <h3 className="font-semibold">{t('title')}</h3>
      <p className="text-sm text-ink-2">{t('hint')}</p>
      <div className="flex flex-wrap gap-2">
        <Button size="small" icon={<ImageDown aria-hidden />} onClick={() => void make(png)}>
          {t('png')}
        </Button>
        <a href={pictureAddress()} download="atlas-map.svg" className={buttonClasses({ size: 'small' })}>
          <ImageDown aria-hidden />
          {t('svg')}
        </a>
        <Button size="small" icon={<Printer aria-hidden />} onClick={() => void make(printPicture)}>
          {t('print')}
        </Button>
      </div>
      <p role="status" className="text-sm">
        {state === 'making' && t('making')}
        {state === 'failed' && t('failed')}
      </p>
    </div>
  )
}
