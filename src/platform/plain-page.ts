// A page without React, for what must cost nothing to say (too many requests, a file that is not there) and for what React
// could not: a fault of ours.
import { randomBytes } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { brokenTextsOf } from '@/core/broken-texts'
import { type Locale, locales } from '@/core/localized'
import { escaped } from '@/core/markup'
import { loadMessages } from '@/i18n/messages'
import { builtStyles } from '@/platform/built-files'
import { pagePolicy } from '@/platform/page-policy'

type Asked = { path: string; headers: IncomingHttpHeaders }

const isLocale = (text: string | undefined): text is Locale => locales.some((locale) => locale === text)

/** The language of an address, else the one chosen before, else the first of the browser's that we speak. */
function localeOf({ path, headers }: Asked): Locale {
  const chosen = /(?:^|;\s*)NEXT_LOCALE=([a-z]{2})/.exec(headers.cookie ?? '')?.[1]
  const spoken = (headers['accept-language'] ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase())
  return [path.split('/')[1], chosen, ...spoken].find(isLocale) ?? 'en'
}

const sign =
  '<svg viewBox="0 0 34 18" class="h-[18px] w-[34px] flex-none fill-none stroke-current stroke-2" aria-hidden="true"><path d="M8 9C14 -1 22 1 26 9"/><circle cx="7" cy="10" r="5" class="fill-current stroke-none"/><circle cx="27" cy="10" r="4.75"/></svg>'
const brand = 'inline-flex items-center gap-2.5 font-strong tracking-[-0.01em] whitespace-nowrap text-ink no-underline'
const button =
  'inline-flex min-h-10 items-center justify-center rounded-md border border-rule-strong bg-sheet px-4 py-[7px] text-center text-md font-label text-ink no-underline hover:border-ink hover:bg-sunk'

type Plain = { locale: Locale; title: string; main: string; isHttps: boolean }

/**
 * A document in the frame of every page, under the policy that every page has; `main` is HTML that is escaped already.
 * It has no script, and its style is that of the build.
 */
export function plainDocument({ locale, title, main, isHttps }: Plain) {
  const styles = builtStyles().map((style) => `<link rel="stylesheet" href="${style}">`)
  const html = `<!DOCTYPE html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${escaped(title)} · COMPETE IN Atlas</title><link rel="icon" href="/icon.svg">${styles.join('')}</head>
<body class="flex min-h-dvh flex-col">
<header class="flex h-13 items-center border-b border-rule bg-paper pl-3.5 text-md table:h-14 table:px-5"><a href="/${locale}/map" class="${brand}">${sign}<span>COMPETE IN <span class="font-normal text-ink-2">Atlas</span></span></a></header>
<main class="page-frame w-full pt-6 pb-16 sm:pt-7.5">${main}</main>
</body></html>`
  const circumstances = { isHttps, isEmbed: false, isDev: false }
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-language': locale,
    'content-security-policy': pagePolicy(randomBytes(16).toString('base64'), circumstances),
  }
  return { html, headers }
}

type Words = { label?: string; title: string; body: string; note?: string; href: string; link: string }

function plainWords(locale: Locale, isHttps: boolean, { label, title, body, note, href, link }: Words) {
  const main = `<div class="max-w-[45rem]">${label ? `<p class="text-xs font-label text-ink-2">${escaped(label)}</p>` : ''}
<h1 class="font-serif text-2xl tracking-display sm:text-3xl">${escaped(title)}</h1><p class="mt-3 text-lg/[1.6]">${escaped(body)}</p>
${note ? `<p class="mt-1 text-sm text-ink-2">${escaped(note)}</p>` : ''}<p class="mt-5"><a href="${href}" class="${button}">${escaped(link)}</a></p></div>`
  const { html, headers } = plainDocument({ locale, title, main, isHttps })
  return { html, headers: { ...headers, 'cache-control': 'no-store' } }
}

/** A page that says in a few words why there is none, as src/ui/problem-page.tsx does where React draws. */
export async function plainPage(kind: 'limited' | 'notFound', { isHttps, ...asked }: Asked & { isHttps: boolean }) {
  const locale = localeOf(asked)
  const { problem } = await loadMessages(locale)
  const [href, link] = kind === 'limited' ? ['', problem.tryAgain] : [`/${locale}/map`, problem.toMap]
  return plainWords(locale, isHttps, { ...problem[kind], href, link })
}

/** What src/ui/broken.tsx says where React draws: a fault of ours, and the number under which the log holds it. */
export function brokenPage(fault: string, { isHttps, ...asked }: Asked & { isHttps: boolean }) {
  const locale = localeOf(asked)
  const { title, body, number, home } = brokenTextsOf(locale)
  return plainWords(locale, isHttps, { title, body, note: `${number} ${fault}`, href: `/${locale}/map`, link: home })
}
