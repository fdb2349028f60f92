import NextLink from 'next/link'
import { permanentRedirect as nextPermanentRedirect, redirect as nextRedirect } from 'next/navigation'
import { useLocale } from 'next-intl'
import type { ComponentProps } from 'react'
import type { Locale } from './routing'

// Of next-intl's own navigation a link is all that pages use, and every link would carry the cookie of the language in
// the payload.

type Place = { href: string; locale: Locale }

/** `/actors` → `/en/actors`; what does not begin with a slash (`#part`, another site) stays. */
const localized = ({ href, locale }: Place): string => {
  if (!href.startsWith('/')) return href
  return href === '/' ? `/${locale}` : /^\/[?#]/.test(href) ? `/${locale}${href.slice(1)}` : `/${locale}${href}`
}

/** Next's link, with the language put in front of its address. */
export function Link({ href, ...rest }: Omit<ComponentProps<typeof NextLink>, 'href' | 'locale'> & { href: string }) {
  return <NextLink href={localized({ href, locale: useLocale() })} {...rest} />
}

/** Next's redirects, with the language put in front. */
export const redirect = (place: Place): never => nextRedirect(localized(place))
export const permanentRedirect = (place: Place): never => nextPermanentRedirect(localized(place))
