import { useTranslations } from 'next-intl'
import { Link } from '@/i18n/navigation'
import { Brand } from './brand'
import type { NavItem } from './site-header'
import { ThemeSwitch } from './theme-switch.client'
import type { Theme } from './theme'

/** Licence of the data, who answers for the site, and the pages about it. */
export function SiteFooter({
  items,
  licence,
  legalNotice,
  contact,
  theme,
}: {
  items: readonly NavItem[]
  licence: string
  /** Who publishes the site, as the law asks; absent until an administrator has written it. */
  legalNotice: string | null
  /** A mail address or a web address. */
  contact: string | null
  theme: Theme
}) {
  const t = useTranslations('layout')
  return (
    <footer data-screen-only className="border-t border-rule bg-paper text-sm">
      <div className="page-frame flex flex-col gap-5 py-7">
        <div className="flex flex-wrap items-start justify-between gap-x-10 gap-y-4">
          <Brand />
          <nav aria-label={t('about')}>
            <ul className="flex flex-wrap gap-x-5 gap-y-1">
              {items.map((item) => (
                <li key={item.href}>
                  <Link href={item.href} prefetch={false} className="inline-flex min-h-6 items-center text-ink-2">
                    {item.label}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        </div>
        <div className="flex flex-wrap items-start justify-between gap-x-10 gap-y-4 text-ink-2">
          <div className="flex max-w-[66ch] flex-col gap-1">
            <p>{t('licence', { licence })}</p>
            {legalNotice !== null && <p className="whitespace-pre-line">{legalNotice}</p>}
            {contact !== null && (
              <p>
                {t('contact')}{' '}
                <a href={contact.includes('@') ? `mailto:${contact}` : contact} rel="noopener" className="text-ink-2">
                  {contact}
                </a>
              </p>
            )}
          </div>
          <ThemeSwitch
            legend={t('theme.legend')}
            labels={{ system: t('theme.system'), light: t('theme.light'), dark: t('theme.dark') }}
            initial={theme}
          />
        </div>
      </div>
    </footer>
  )
}
