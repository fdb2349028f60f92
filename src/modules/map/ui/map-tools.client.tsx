'use client'

import { CalendarRange, Expand, Maximize } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Link } from '@/i18n/navigation'
import { ShareSheet } from '@/modules/map/ui/share-sheet.client'

const look = {
  floating: 'grid size-11 place-items-center rounded-lg bg-sheet text-ink shadow-float hover:bg-sunk [&_svg]:size-5',
  flat: 'grid size-11 place-items-center rounded-md text-ink hover:bg-sunk [&_svg]:size-5',
} as const

/**
 * Everything in view, the whole screen, the years, what to do with this view: below the zoom, or `flat` on the edge of the
 * list of a phone, which has no room around the map to win by the whole screen.
 */
export function MapTools({
  wholeHref,
  frameId,
  hasYears,
  onYears,
  isFlat = false,
}: {
  wholeHref: string
  frameId: string
  hasYears: boolean
  onYears: () => void
  isFlat?: boolean
}) {
  const face = look[isFlat ? 'flat' : 'floating']
  const t = useTranslations('map.tools')
  const toggleScreen = () => {
    if (document.fullscreenElement) void document.exitFullscreen()
    else void document.getElementById(frameId)?.requestFullscreen()
  }
  return (
    <>
      <Link
        href={wholeHref}
        prefetch={false}
        scroll={false}
        aria-label={t('whole')}
        title={t('whole')}
        className={face}
      >
        <Maximize aria-hidden />
      </Link>
      {!isFlat && (
        <Tool label={t('screen')} onPress={toggleScreen} className={face}>
          <Expand aria-hidden />
        </Tool>
      )}
      <Tool label={t('years')} isOpen={hasYears} onPress={onYears} className={face}>
        <CalendarRange aria-hidden />
      </Tool>
      <ShareSheet className={face} />
    </>
  )
}

function Tool({
  label,
  onPress,
  isOpen,
  className,
  children,
}: {
  label: string
  onPress: () => void
  /** Of a tool that opens something. */
  isOpen?: boolean
  className: string
  children: ReactNode
}) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-expanded={isOpen}
      onClick={onPress}
      className={className}
    >
      {children}
    </button>
  )
}
