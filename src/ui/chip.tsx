import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Link } from '@/i18n/navigation'
import { chipClasses } from './chip-look'

/** A filter of one answer: press to set it, press again to take it away. `href` leads to the list after that. */
export function Chip({ href, on = false, children }: { href: string; on?: boolean; children: string }) {
  const t = useTranslations('ui')
  return (
    <Link
      href={href}
      prefetch={false}
      className={chipClasses(on)}
      aria-label={on ? t('removeFilter', { name: children }) : undefined}
    >
      {children}
      {on && <X aria-hidden />}
    </Link>
  )
}
