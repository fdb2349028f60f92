import { Check, FlaskConical, Languages, Menu, Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Link } from '@/i18n/navigation'
import { Brand } from './brand'
import { LanguageMenu } from './language-menu.client'
import { NavLink } from './nav-link.client'

export type NavItem = { href: string; label: string }

/** Header of every page, the strip of the demonstration below it. `account` is who is signed in, or the way to. */
export function SiteHeader({
  items,
  more,
  search,
  account,
  isDemo,
}: {
  items: readonly NavItem[]
  /** Only in the menu of a phone: what stands in the footer elsewhere. */
  more: readonly NavItem[]
  /** The search field, where there is room for it; elsewhere an icon leads to its page. */
  search: ReactNode
  account: ReactNode
  isDemo: boolean
}) {
  const t = useTranslations('layout')
  return (
    <header data-screen-only className="relative z-30 text-md">
      <a
        href="#content"
        className="absolute top-1.5 left-2 z-40 -translate-y-16 rounded-md bg-ink px-4 py-2 text-on-ink no-underline focus:translate-y-0"
      >
        {t('skip')}
      </a>
      <div className="flex h-13 items-center gap-2 border-b border-rule bg-paper pr-1.5 pl-3.5 table:h-14 table:gap-6.5 table:px-5">
        <Brand />
        <nav aria-label={t('main')} className="h-full max-table:hidden">
          <ul className="flex h-full gap-5">
            {items.map((item) => (
              <li key={item.href}>
                <NavLink {...item} />
              </li>
            ))}
          </ul>
        </nav>
        <div className="min-w-0 flex-1 max-bar:hidden">
          <div className="ml-auto max-w-80">{search}</div>
        </div>
        <div className="ml-auto flex items-center gap-0.5 table:gap-2">
          <Link
            href="/search"
            prefetch={false}
            className="grid size-11 place-items-center rounded-md text-ink hover:bg-sunk bar:hidden"
          >
            <Search className="size-[18px]" aria-hidden />
            <span className="sr-only">{t('search')}</span>
          </Link>
          <LanguageMenu
            label={t('language')}
            icon={<Languages className="size-[18px]" aria-hidden />}
            check={<Check className="size-4" aria-hidden />}
          />
          <div className="max-table:hidden">{account}</div>
          <details name="menu" data-popover className="table:hidden">
            <summary className="grid size-11 place-items-center rounded-md hover:bg-sunk">
              <Menu className="size-5" aria-hidden />
              <span className="sr-only">{t('menu')}</span>
            </summary>
            <div className="absolute inset-x-0 top-13 z-30 border-b border-rule bg-paper pb-3 shadow-float">
              <nav aria-label={t('main')}>
                <ul>
                  {[...items, ...more].map((item) => (
                    <li key={item.href}>
                      <NavLink {...item} stacked />
                    </li>
                  ))}
                </ul>
              </nav>
              <div className="border-t border-rule px-4 pt-3">{account}</div>
            </div>
          </details>
        </div>
      </div>
      {isDemo && (
        <p className="flex gap-2 border-b border-rule bg-sunk px-3.5 py-1 text-xs text-ink-2 table:px-5">
          <FlaskConical className="mt-0.5 size-3.5 flex-none" aria-hidden />
          {t('demo')}
        </p>
      )}
    </header>
  )
}
