'use client'

import { Download, ImageDown, Printer } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/ui/button'
import { buttonClasses } from '@/ui/button-look'
import { handOver, pictureAsPng } from '@/ui/picture-file'

/** The matrix one sees as a picture, as data, or on paper. `query`: the parameters of its address. */
export function MatrixFiles({ query, locale }: { query: string; locale: string }) {
  const t = useTranslations('adoption.files')
  const [state, setState] = useState<'idle' | 'making' | 'failed'>('idle')
  const asked = new URLSearchParams(query)
  asked.set('lang', locale)
  const picture = `/export/adoption.svg?${asked}`
  // Data are of the whole selection, whichever page one sees, and in all languages.
  for (const key of ['after', 'rows', 'lang']) asked.delete(key)
  const png = async () => {
    setState('making')
    try {
      handOver(await pictureAsPng(picture), 'adoption-matrix.png')
      setState('idle')
    } catch {
      setState('failed')
    }
  }
  const link = buttonClasses({ size: 'small' })
  return (
    <div data-screen-only className="mt-6">
      <h2 className="mb-2 text-md font-semibold">{t('title')}</h2>
      <div className="flex flex-wrap gap-2">
        <a href={picture} download="adoption-matrix.svg" className={link}>
          <ImageDown aria-hidden />
          {t('svg')}
        </a>
        <Button size="small" icon={<ImageDown aria-hidden />} onClick={() => void png()}>
          {t('png')}
        </Button>
        <a href={`/export/adoption.csv?${asked}`} download="adoption.csv" className={link}>
          <Download aria-hidden />
          {t('csv')}
        </a>
        <a href={`/export/adoption.xlsx?${asked}`} download="adoption.xlsx" className={link}>
          <Download aria-hidden />
          {t('xlsx')}
        </a>
        <Button size="small" icon={<Printer aria-hidden />} onClick={() => print()}>
          {t('print')}
        </Button>
      </div>
      <p role="status" className="mt-1 text-sm">
        {state === 'making' && t('making')}
        {state === 'failed' && t('failed')}
      </p>
    </div>
  )
}
