import { type Context, Hono } from 'hono'
import { decided } from '@/core/decision'
import { type Locale, locales } from '@/core/localized'
import { transferColumns } from '@/modules/adoption/matrix-columns.schema'
import { getMatrix, transferFileFacts, walkTransfers } from '@/modules/adoption/matrix.queries'
import { type MatrixFilter, matrixFilterOf, matrixKeys } from '@/modules/adoption/matrix.schema'
import { matrixToSvg } from '@/modules/adoption/matrix.svg'
import { getMatrixWords } from '@/modules/adoption/matrix-words.queries'
import type { TransferRecord } from '@/modules/adoption/transfer.schema'
import { letters } from '@/modules/map/picture-material.queries'
import { sheetToCsv } from '@/modules/papers/sheet.csv'
import type { Sheet } from '@/modules/papers/sheet.schema'
import { sheetToXlsx } from '@/modules/papers/sheet.xlsx'
import { strangeIn } from '@/modules/taxonomy/filter.schema'
import { getSettings } from '@/platform/settings'
import { badParameters, refuseOtherVerbs } from './answer'
import { publicFile } from './sent-in-pieces'

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
function askedBy(c: Context): { strange: string[] } | { filter: MatrixFilter; locale: Locale } {
  const asked = new URL(c.req.url).searchParams
  const locale = locales.find((one) => one === (asked.get('lang') ?? 'en'))
  const { filter, ignored } = matrixFilterOf(asked)
  const strange = [...strangeIn(asked, new Set([...matrixKeys, 'lang'])), ...ignored]
  if (locale === undefined) return { strange: [...strange, 'lang'] }
  return strange.length > 0 ? { strange } : { filter, locale }
}

adoption.get('/adoption.svg', async (c) => {
  const asked = askedBy(c)
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

// A file holds the whole selection, in all languages.
const fileKeys: ReadonlySet<string> = new Set(matrixKeys.filter((key) => key !== 'rows' && key !== 'after'))

const file =
  (ending: string, type: string, toFile: (sheet: Sheet<TransferRecord>) => AsyncGenerator<string | Uint8Array>) =>
  async (c: Context) => {
    const { searchParams } = new URL(c.req.url)
    const { filter, ignored } = matrixFilterOf(searchParams)
    const strange = [...strangeIn(searchParams, fileKeys), ...ignored]
    if (strange.length > 0) return badParameters(strange)
    const [{ languages, tag }, { url, licence }] = await Promise.all([transferFileFacts(filter), getSettings()])
    const columns = transferColumns({ languages, licence, addressOf: (path) => `${url}/en${path}` })
    return publicFile(c, {
      ...{ name: `adoption.${ending}`, type },
      tag: `${tag} ${url} ${licence}`,
      pieces: () => toFile({ name: 'Adoption', columns, rows: walkTransfers(filter) }),
    })
  }

adoption.get('/adoption.csv', file('csv', 'text/csv; charset=utf-8', sheetToCsv))
adoption.get(
  '/adoption.xlsx',
  file('xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', sheetToXlsx),
)

refuseOtherVerbs(adoption, { isOpen: true })
