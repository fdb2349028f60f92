import type { Metadata } from 'next'
import { hasLocale, NextIntlClientProvider } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { cookies, headers } from 'next/headers'
import { notFound } from 'next/navigation'
import '@/app/globals.css'
import { routing } from '@/i18n/routing'
import { getSettings } from '@/platform/settings'
import { CspNonce } from '@/ui/csp-nonce.client'
import { DetailsCloser } from '@/ui/details-closer.client'
import { SiteFooter } from '@/ui/frame/site-footer'
import { SiteHeader } from '@/ui/frame/site-header'
import { themeOf } from '@/ui/frame/theme'
import { fontClasses } from '@/app/fonts'
import { AccountNav } from './account-nav'
import { SearchNav } from './search-nav'
import { SessionKeeper } from './session-keeper'

export async function generateMetadata(): Promise<Metadata> {
  const [t, settings] = await Promise.all([getTranslations('layout'), getSettings()])
  return {
    metadataBase: new URL(settings.url),
    title: { template: '%s · COMPETE IN Atlas', default: 'COMPETE IN Atlas' },
    description: t('description'),
    icons: { icon: [{ url: '/icon.svg', type: 'image/svg+xml' }], apple: '/apple-icon.png' },
    ...(settings.isDemo && { robots: { index: false, follow: false } }),
  }
}

/** Frame of every page. Client components get no messages from here: see `ClientTexts`. */
export default async function LocaleLayout({
  children,
  params,
}: {
  children: React.ReactNode
  params: Promise<{ locale: string }>
}) {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) notFound()
  const [t, settings, cookieJar, head] = await Promise.all([
    getTranslations('layout'),
    getSettings(),
    cookies(),
    headers(),
  ])
  // Within a page of somebody else: no frame of ours, and nothing that a cookie says (src/proxy.ts).
  const isEmbed = head.has('x-embed')
  const theme = isEmbed ? 'system' : themeOf(cookieJar.get('theme')?.value)
  const link = (
    key:
      'map' | 'actors' | 'relations' | 'network' | 'territories' | 'practices' | 'about' | 'data' | 'help' | 'privacy',
  ) => ({
    href: `/${key}`,
    label: t(`nav.${key}`),
  })
  const aboutLinks = [link('about'), link('data'), link('help'), link('privacy')]
  if (isEmbed)
    return (
      <html lang={locale} className={fontClasses}>
        <head>
          <CspNonce nonce={head.get('x-nonce') ?? undefined} />
        </head>
        <body className="flex h-dvh flex-col">
          <NextIntlClientProvider messages={null}>
            <main id="content" className="flex min-h-0 flex-1 flex-col">
              {children}
            </main>
            <DetailsCloser />
          </NextIntlClientProvider>
        </body>
      </html>
    )
  return (
    <html lang={locale} className={fontClasses} data-theme={theme === 'system' ? undefined : theme}>
      <head>
        <CspNonce nonce={head.get('x-nonce') ?? undefined} />
      </head>
      <body className="flex min-h-dvh flex-col">
        <NextIntlClientProvider messages={null}>
          {/* A page that fills the window (the map) says so by data-fill; the footer then stands below it. */}
          <div className="flex flex-1 flex-col has-data-fill:h-dvh has-data-fill:min-h-[36rem] low:has-data-fill:min-h-80 has-data-fill:flex-none">
            <SiteHeader
              items={[
                link('map'),
                link('actors'),
                link('relations'),
                link('network'),
                link('territories'),
                link('practices'),
              ]}
              more={aboutLinks}
              search={<SearchNav />}
              account={<AccountNav />}
              isDemo={settings.isDemo}
            />
            <main id="content" tabIndex={-1} className="flex flex-1 flex-col has-data-fill:min-h-0">
              {children}
            </main>
          </div>
          <SiteFooter
            items={aboutLinks}
            licence={settings.licence}
            legalNotice={settings.legalNotice}
            contact={settings.contact}
            theme={theme}
          />
          <SessionKeeper />
          <DetailsCloser />
        </NextIntlClientProvider>
      </body>
    </html>
  )
}
