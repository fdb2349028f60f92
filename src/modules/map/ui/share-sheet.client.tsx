'use client'

import { Share } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { lazy, Suspense } from 'react'
import { LoadingBars } from '@/ui/loading-bars'
import { Sheet } from '@/ui/sheet.client'

const loadWays = () => import('@/modules/map/ui/share-ways.client')
const ShareWays = lazy(async () => ({ default: (await loadWays()).ShareWays }))

/** What to do with the view one sees: copy its address, take its picture, or put it into a page of one's own. */
export function ShareSheet({ className }: { className: string }) {
  const t = useTranslations('map.share')
  return (
    <Sheet
      title={t('title')}
      close={t('close')}
      trigger={<Share aria-hidden />}
      label={t('title')}
      className={className}
      onApproach={() => void loadWays()}
    >
      {() => (
        <Suspense
          fallback={
            <div className="px-5 py-4">
              <LoadingBars>{t('loading')}</LoadingBars>
            </div>
          }
        >
          <ShareWays />
        </Suspense>
      )}
    </Sheet>
  )
}
