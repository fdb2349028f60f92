'use client'

import { CalendarRange, Expand, Maximize } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Link } from '@/i18n/navigation'
import { ShareSheet } from '@/modules/map/ui/share-sheet.client'

const look = 'grid size-11 place-items-center rounded-lg bg-sheet text-ink shadow-float hover:bg-sunk [&_svg]:size-5'

/** Below the zoom: everything in view, the whole screen, what to do with this view. */
export function MapTools({
  wholeHref,
  frameId,
  hasYears,
  onYears,
}: {
  wholeHref: string
  frameId: string
  hasYears: boolean
  onYears: () => void
}) {
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
        className={look}
      >
        <Maximize aria-hidden />
      </Link>
      {/* A phone has no room around the map to win. */}
      <Tool label={t('screen')} onPress={toggleScreen} className="max-phone:hidden">
        <Expand aria-hidden />
      </Tool>
      <Tool label={t('years')} isOpen={hasYears} onPress={onYears}>
        <CalendarRange aria-hidden />
      </Tool>
      <ShareSheet className={look} />
    </>
  )
}

function Tool({
  label,
  onPress,
  isOpen,
  className = '',
  children,
}: {
  label: string
  onPress: () => void
  /** Of a tool that opens something. */
  isOpen?: boolean
  className?: string
  children: ReactNode
}) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-expanded={isOpen}
      onClick={onPress}
      className={`${look} ${className}`}
    >
      {children}
    </button>
  )
}
