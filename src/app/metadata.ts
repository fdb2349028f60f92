import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { routing } from '@/i18n/routing'
import { getSettings } from '@/platform/settings'

/**
 * Metadata of a public page: title, description, its one address, the same page in the five languages, and what a link
 * to it shows elsewhere. `path` is without the language and with the parameters that make it another page: `/actors`.
 */
export async function pageMetadata({
  title,
  description,
  path,
  index = true,
  preview = null,
}: {
  title: string
  description?: string
  path: string
  /** false keeps search engines out: filtered lists, the desk, sign-in. */
  index?: boolean
  /** A picture of its own for links to it, 1200 × 630; only where everybody may see it. */
  preview?: { path: string; alt: string } | null
}): Promise<Metadata> {
  const [locale, t, settings] = await Promise.all([getLocale(), getTranslations('layout'), getSettings()])
  const address = (language: string) => `${settings.url}/${language}${path}`
  const said = description ?? t('description')
  return {
    title,
    description: said,
    alternates: {
      canonical: address(locale),
      languages: {
        ...Object.fromEntries(routing.locales.map((language) => [language, address(language)])),
        'x-default': address(routing.defaultLocale),
      },
    },
    openGraph: {
      type: 'website',
      siteName: 'COMPETE IN Atlas',
      title,
      description: said,
      url: address(locale),
      locale,
      images: [
        {
          url: `${settings.url}${preview?.path ?? '/sharing.png'}`,
          ...{ width: 1200, height: 630, alt: preview?.alt ?? 'COMPETE IN Atlas' },
        },
      ],
    },
    ...(settings.isDemo || !index ? { robots: { index: false, follow: index } } : {}),
  }
}
