import { useLocale } from 'next-intl'
import type { ReactNode } from 'react'
import { Link } from '@/i18n/navigation'

/** A record or a place of the list over the embedded map; it opens a window of its own. */
export function EmbedRow({
  href,
  name,
  language,
  children,
}: {
  href: string
  name: string
  language?: string
  children: ReactNode
}) {
  const locale = useLocale()
  return (
    <li className="py-1.5">
      <Link
        href={href}
        prefetch={false}
        target="_blank"
        rel="noopener"
        lang={language === undefined || language === locale ? undefined : language}
        className="font-semibold wrap-break-word"
      >
        {name}
      </Link>
      <span className="block text-ink-2">{children}</span>
    </li>
  )
}
