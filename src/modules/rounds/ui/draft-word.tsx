import { Cloud, CloudOff, TriangleAlert } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { keptMoment } from '@/core/kept-moment'
import type { DraftState } from '@/modules/rounds/ui/review-keeper'
import { buttonClasses } from '@/ui/button-look'

/** Where what is typed is kept at this moment, and the way back in when nobody is signed in any more. */
export function DraftWord({ state, savedAt }: { state: DraftState; savedAt: Date | null }) {
  const t = useTranslations('reviews.bar')
  const locale = useLocale()
  const Icon = state === 'saved' || state === 'saving' ? Cloud : state === 'device' ? CloudOff : TriangleAlert
  return (
    <p role="status" className="flex min-h-5 items-start gap-1.5">
      {state !== 'untouched' && (
        <>
          <Icon className="mt-px size-4 flex-none" aria-hidden />
          <span>
            {state === 'saved' ? savedAt !== null && t('saved', keptMoment(locale, savedAt)) : t(state)}
            {state === 'signedOut' && (
              <>
                {' '}
                <a
                  href={`/${locale}/sign-in?callbackUrl=${encodeURIComponent(location.pathname)}`}
                  className={buttonClasses({ size: 'small' })}
                >
                  {t('signIn')}
                </a>
              </>
            )}
          </span>
        </>
      )}
    </p>
  )
}
