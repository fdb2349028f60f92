'use client'

import { useSearchParams } from 'next/navigation'
import { useLocale } from 'next-intl'
import type { ReactNode } from 'react'
import { routing } from '@/i18n/routing'
import { usePathname } from '@/i18n/use-pathname.client'
import { languageNames } from '@/ui/language-names'

/**
 * The same page in the five languages. Whole pages are loaded, so that nothing of the old language stays. The
 * icons come drawn from the server: every page carries this file.
 */
export function LanguageMenu({ label, icon, check }: { label: string; icon: ReactNode; check: ReactNode }) {
  const locale = useLocale()
  const path = usePathname()
  const search = useSearchParams().toString()
  return (
    <details name="menu" data-popover className="relative">
      <summary className="flex min-h-8 items-center gap-2 rounded-md px-2.5 text-sm font-label hover:bg-sunk max-table:size-11 max-table:justify-center max-table:px-0">
        {icon}
        <span className="sr-only">{label}: </span>
        <span className="max-table:sr-only">{languageNames[locale]}</span>
      </summary>
      <ul className="absolute top-full right-0 z-30 mt-2 w-44 rounded-lg bg-sheet p-1.5 shadow-float">
        {routing.locales.map((other) => (
          <li key={other}>
            <a
              href={`/${other}${path === '/' ? '' : path}${search === '' ? '' : `?${search}`}`}
              lang={other}
              hrefLang={other}
              aria-current={other === locale ? 'true' : undefined}
              className="flex min-h-9 items-center justify-between rounded-sm px-2.5 text-ink no-underline hover:bg-sunk aria-[current]:font-semibold max-table:min-h-11"
            >
              {languageNames[other]}
              {other === locale && check}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}
