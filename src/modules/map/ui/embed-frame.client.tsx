'use client'

import { ArrowLeft, ArrowUpRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { MapStage, type StageProps } from '@/modules/map/ui/map-stage.client'
import { useAddress } from '@/modules/map/ui/use-address.client'

const bar = 'inline-flex min-h-8 items-center gap-1 [&_svg]:size-4 [&_svg]:flex-none'

/**
 * The map within the page of somebody else. What is selected is shown here; whatever leads to a record or to the Atlas
 * opens a window of its own.
 */
export function EmbedFrame({
  stage,
  openHref,
  backHref,
  sentence,
  list,
}: {
  stage: StageProps
  /** The same view in the Atlas, with the language. */
  openHref: string
  /** The embedded map without what is selected; null when nothing is. */
  backHref: string | null
  sentence: ReactNode
  /** The same records as a list. */
  list: ReactNode
}) {
  const t = useTranslations('map.embed')
  const address = useAddress(stage)
  // The pages before are those of the other site: no step of ours comes between.
  const go = (next: string) => address.go(next, 'replace')
  return (
    <div className="flex min-h-0 flex-1 flex-col bg-paper">
      <h1 className="sr-only">{t('title')}</h1>
      <div className="relative isolate min-h-0 flex-1">
        <MapStage
          stage={stage}
          address={address}
          tools={null}
          onSelect={go}
          onEnd={() => undefined}
          onOpen={(href) => window.open(href, '_blank', 'noopener')}
          wheel="focused"
        />
        {sentence !== null && (
          <p className="absolute top-3 left-3 z-10 max-w-[calc(100%-5rem)] rounded-lg bg-sheet px-3 py-1.5 text-sm shadow-float">
            {sentence}
          </p>
        )}
        <noscript>
          <p className="absolute inset-x-4 top-4 z-10 rounded-lg bg-sheet p-4 shadow-float">{t('noScript')}</p>
        </noscript>
      </div>
      <div className="relative flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-rule px-3 py-1 text-sm">
        {backHref !== null && (
          <button type="button" onClick={() => go(backHref)} className={`${bar} text-link underline`}>
            <ArrowLeft aria-hidden />
            {t('back')}
          </button>
        )}
        {list}
        <a href={openHref} target="_blank" rel="noopener" className={`${bar} ml-auto`}>
          {t('open')}
          <ArrowUpRight aria-hidden />
        </a>
      </div>
    </div>
  )
}
