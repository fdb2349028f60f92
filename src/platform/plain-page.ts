// A page without React, for what must cost nothing to say: too many requests, a file that is not there.
import { randomBytes } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { type Locale, locales } from '@/core/localized'
import { loadMessages } from '@/i18n/messages'
import { pagePolicy } from '@/platform/page-policy'

type Asked = { path: string; headers: IncomingHttpHeaders }

const isLocale = (text: string | undefined): text is Locale => locales.some((locale) => locale === text)

/** The language of an address, else the one chosen before, else the first of the browser's that we speak. */
export function localeOf({ path, headers }: Asked): Locale {
  const chosen = /(?:^|;\s*)NEXT_LOCALE=([a-z]{2})/.exec(headers.cookie ?? '')?.[1]
  const spoken = (headers['accept-language'] ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase())
  return [path.split('/')[1], chosen, ...spoken].find(isLocale) ?? 'en'
}

// The values of src/app/globals.css, which a page outside Next cannot name.
const css = `:root{color-scheme:light dark}
body{margin:0;background:light-dark(#fbfaf6,#12181a);color:light-dark(#16201f,#eef1ee);font:1.125rem/1.6 system-ui,sans-serif}
header{padding:1.25rem 1.5rem;border-bottom:1px solid light-dark(#dfdbcf,#2e393d);font-size:1rem;font-weight:650}
header a{display:inline-flex;align-items:center;gap:.625rem;color:inherit;text-decoration:none}
header span span{font-weight:400;color:light-dark(#47524f,#b9c4c2)}
main{max-width:42rem;padding:2rem 1.5rem 4rem}
small{font-size:.8125rem;color:light-dark(#47524f,#b9c4c2)}
h1{margin:.25rem 0 0;font:400 clamp(1.75rem,5vw,2.25rem)/1.15 Georgia,serif;letter-spacing:-.02em}
p{margin:.75rem 0 1.25rem}
main a{display:inline-flex;align-items:center;min-height:2.75rem;padding:0 1rem;border:1px solid light-dark(#7f7c72,#7c8c91);border-radius:6px;background:light-dark(#fff,#1a2225);color:inherit;font-size:.9375rem;text-decoration:none}
a:focus-visible{outline:3px solid #ffc533;outline-offset:2px}`

const sign =
  '<svg viewBox="0 0 34 18" width="34" height="18" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true"><path d="M8 9C14 -1 22 1 26 9"/><circle cx="7" cy="10" r="5" fill="currentColor" stroke="none"/><circle cx="27" cy="10" r="4.75"/></svg>'

const escaped = (text: string) => text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`)

/** Document and headers of such a page, in the reader's language, under the policy that every page has. */
export async function plainPage(kind: 'limited' | 'notFound', asked: Asked & { isHttps: boolean }) {
  const locale = localeOf(asked)
  const nonce = randomBytes(16).toString('base64')
  const { problem } = await loadMessages(locale)
  const words = problem[kind]
  const again = kind === 'limited'
  const html = `<!DOCTYPE html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${escaped(words.title)} · COMPETE IN Atlas</title><link rel="icon" href="/icon.svg"><style nonce="${nonce}">${css}</style></head><body><header><a href="/${locale}/map">${sign}<span>COMPETE IN <span>Atlas</span></span></a></header><main><small>${escaped(words.label)}</small><h1>${escaped(words.title)}</h1><p>${escaped(words.body)}</p><a href="${again ? '' : `/${locale}/map`}">${escaped(again ? problem.tryAgain : problem.toMap)}</a></main></body></html>`
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-language': locale,
    'content-security-policy': pagePolicy(nonce, { isHttps: asked.isHttps, isEmbed: false, isDev: false }),
    'cache-control': 'no-store',
  }
  return { html, headers }
}
