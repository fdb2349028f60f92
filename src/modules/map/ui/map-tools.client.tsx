'use client'

import { Check, Expand, Maximize, Share } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { Link } from '@/i18n/navigation'

const look = 'grid size-11 place-items-center rounded-lg bg-sheet text-ink shadow-float hover:bg-sunk [&_svg]:size-5'

/** Below the zoom: everything in view, the whole screen, the address of this view. */
export function MapTools({ wholeHref, frameId }: { wholeHref: string; frameId: string }) {
  const t = useTranslations('map.tools')
  const [said, setSaid] = useState('')

  const toggleScreen = () => {
    if (document.fullscreenElement) void document.exitFullscreen()
    else void document.getElementById(frameId)?.requestFullscreen()
  }
  const share = async () => {
    try {
      await navigator.clipboard.writeText(window.location.href)
      setSaid(t('copied'))
    } catch {
      // No permission to write: the address bar has it.
      setSaid(t('notCopied'))
    }
    setTimeout(() => setSaid(''), 5000)
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
      <span className="relative">
        <Tool label={t('share')} onPress={() => void share()}>
          {said === '' ? <Share aria-hidden /> : <Check aria-hidden />}
        </Tool>
        <span
          role="status"
          className="absolute top-1 right-full mr-2 rounded-md bg-ink px-3 text-sm whitespace-nowrap text-on-ink [&:not(:empty)]:py-2"
        >
          {said}
        </span>
      </span>
    </>
  )
}

function Tool({
  label,
  onPress,
  className = '',
  children,
}: {
  label: string
  onPress: () => void
  className?: string
  children: ReactNode
}) {
  return (
    <button type="button" aria-label={label} title={label} onClick={onPress} className={`${look} ${className}`}>
      {children}
    </button>
  )
}
