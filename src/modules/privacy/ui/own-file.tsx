import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { OwnData } from '@/modules/privacy/own-data.schema'
import { buttonClasses } from '@/ui/button-look'

/** All that is held, as a file (art. 20): written into the page, so that no address leads to it. */
export function OwnFile({ held }: { held: OwnData }) {
  const t = useTranslations('privacy.own')
  const file = `data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(held, null, 2))}`
  return (
    <a href={file} download="my-data.json" className={buttonClasses({ size: 'small' })}>
      <Download aria-hidden />
      {t('file')}
    </a>
  )
}
