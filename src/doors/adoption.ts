import { type Context, Hono } from 'hono'
import { decided } from '@/core/decision'
import { type Locale, locales } from '@/core/localized'
import { transfersToCsv } from '@/modules/adoption/matrix.csv'
import { getMatrix, transfersInMatrix } from '@/modules/adoption/matrix.queries'
import { type MatrixFilter, matrixFilterOf, matrixKeys } from '@/modules/adoption/matrix.schema'
import { matrixToSvg } from '@/modules/adoption/matrix.svg'
import { getMatrixWords } from '@/modules/adoption/matrix-words.queries'
import { letters } from '@/modules/map/picture-material.queries'
import { strangeIn } from '@/modules/taxonomy/filter.schema'
import { getSettings } from '@/platform/settings'
import { badParameters, refuseOtherVerbs } from './answer'

// The adoption matrix as files: the same parameters as its address, and the language as `lang`. Cookies are ignored: what
// stands in it everybody may see (9-decisions, Caching).
export const adoption = new Hono()

const drawn = { limit: 60, mostColumns: 30 }

// Opened by itself it runs nothing and asks for nothing: its letters are in it.
const policy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; frame-ancestors 'none'; sandbox"

const headers = {
  'cache-control': 'public, max-age=0, must-revalidate',
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
}

/** What a program asks for, or the names of the parameters that mean nothing. */
function askedBy(
  c: Context,
  keys: readonly string[],
): { strange: string[] } | { filter: MatrixFilter; locale: Locale } {
  const asked = new URL(c.req.url).searchParams
  const locale = locales.find((one) => one === (asked.get('lang') ?? 'en'))
  const { filter, ignored } = matrixFilterOf(asked)
  const strange = [...strangeIn(asked, new Set([...keys, 'lang'])), ...ignored]
  if (locale === undefined) return { strange: [...strange, 'lang'] }
  return strange.length > 0 ? { strange } : { filter, locale }
}

adoption.get('/adoption.svg', async (c) => {
  const asked = askedBy(c, matrixKeys)
  if ('strange' in asked) return badParameters(asked.strange)
  const { filter, locale } = asked
  const [matrix, { url, licence, isDemo }] = await Promise.all([getMatrix(filter, { ...drawn, locale }), getSettings()])
  const words = await getMatrixWords(matrix, filter, { locale, site: { url, licence, isDemo } })
  decided()
  return new Response(matrixToSvg(matrix, words, letters()), {
    headers: {
      ...headers,
      'content-type': 'image/svg+xml; charset=utf-8',
      'content-disposition': 'inline; filename="adoption-matrix.svg"',
      'content-security-policy': policy,
    },
  })
})

// A file holds the whole selection.
const fileKeys = matrixKeys.filter((key) => key !== 'rows' && key !== 'after')

adoption.get('/adoption.csv', async (c) => {
  const asked = askedBy(c, fileKeys)
  if ('strange' in asked) return badParameters(asked.strange)
  const { url } = await getSettings()
  const { filter, locale } = asked
  const pieces = transfersToCsv(transfersInMatrix(filter, locale), (id) => `${url}/${locale}/relations/${id}`)
  decided()
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(stream) {
      const piece = await pieces.next()
      if (piece.done === true) stream.close()
      else stream.enqueue(encoder.encode(piece.value))
    },
  })
  return new Response(body, {
    headers: {
      ...headers,
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="adoption.csv"',
    },
  })
})

refuseOtherVerbs(adoption, { isOpen: true })
