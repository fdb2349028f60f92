import { Hono } from 'hono'
import type { Context } from 'hono'
import { decided } from '@/core/decision'
import { locales } from '@/core/localized'
import { centreOf } from '@/modules/network/network-state.schema'
import { networkToGexf } from '@/modules/network/network.gexf'
import { findNetwork } from '@/modules/network/network.queries'
import { type Network, networkColumns } from '@/modules/network/network.schema'
import { filterKeys, filterOf, strangeIn } from '@/modules/taxonomy/filter.schema'
import { getSettings } from '@/platform/settings'
import { badParameters, keptAnswer, refuseOtherVerbs } from './answer'

// Cookies are ignored here: a network is of what everybody may see (9-decisions, Caching). docs/network.md describes both.
export const network = new Hono()
export const networkFile = new Hono()

// A network has no zoom, no order and no pages.
const meaningless: ReadonlySet<string> = new Set(['zoom', 'sort', 'after'])
const known: ReadonlySet<string> = new Set([
  ...filterKeys.filter((key) => !meaningless.has(key)),
  ...['actor', 'steps', 'lang'],
])

/** What a program asks for, or the names of the parameters that mean nothing. */
function askedBy(c: Context): { strange: string[] } | { locale: string; find: () => Promise<Network> } {
  const asked = new URL(c.req.url).searchParams
  const { filter, ignored } = filterOf(asked)
  const centre = centreOf(asked)
  const lang = asked.get('lang')
  const locale = locales.find((one) => one === (lang ?? 'en'))
  const strange = [...strangeIn(asked, known), ...ignored, ...(locale === undefined ? ['lang'] : [])]
  if ('strange' in centre) strange.push(...centre.strange)
  if ('strange' in centre || locale === undefined || strange.length > 0) return { strange }
  return { locale, find: () => findNetwork(filter, { ...centre, locale }) }
}

network.get('/', (c) =>
  keptAnswer(c, () => {
    const asked = askedBy(c)
    if ('strange' in asked) return badParameters(asked.strange)
    return async () => ({
      type: 'application/json; charset=utf-8',
      body: Buffer.from(JSON.stringify(networkColumns(await asked.find()))),
    })
  }),
)

networkFile.get('/network.gexf', async (c) => {
  const asked = askedBy(c)
  if ('strange' in asked) return badParameters(asked.strange)
  const [found, settings] = await Promise.all([asked.find(), getSettings()])
  decided() // findNetwork reads what everybody may see
  const pieces = networkToGexf(found, {
    day: new Date().toISOString().slice(0, 10),
    source: `${settings.url}, ${settings.licence}`,
    pageOf: (slug) => `${settings.url}/${asked.locale}/actors/${slug}`,
  })
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    pull(stream) {
      let text = ''
      for (let piece = pieces.next(); ; piece = pieces.next()) {
        if (piece.done) {
          if (text !== '') stream.enqueue(encoder.encode(text))
          stream.close()
          return
        }
        text += piece.value
        if (text.length > 60_000) return stream.enqueue(encoder.encode(text))
      }
    },
  })
  return new Response(body, {
    headers: {
      'content-type': 'application/gexf+xml; charset=utf-8',
      'content-disposition': 'attachment; filename="network.gexf"',
      'cache-control': 'public, max-age=0, must-revalidate',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    },
  })
})

refuseOtherVerbs(network, { isOpen: true })
refuseOtherVerbs(networkFile, { isOpen: true })
