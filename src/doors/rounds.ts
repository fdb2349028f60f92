import { type Context, Hono } from 'hono'
import { printedLetters } from '@/modules/papers/letters.queries'
import { paperToPdf } from '@/modules/papers/paper.pdf'
import { sheetsToXlsx } from '@/modules/papers/sheet.xlsx'
import { getResultsToTake } from '@/modules/rounds/outcome.queries'
import type { ResultsToTake } from '@/modules/rounds/outcome.schema'
import { resultsPaper } from '@/modules/rounds/result-paper.schema'
import { resultSheets } from '@/modules/rounds/result-sheets.schema'
import type { ResultWords } from '@/modules/rounds/result-words.schema'
import { resultWords } from '@/modules/rounds/result-words.queries'
import { strangeIn } from '@/modules/taxonomy/filter.schema'
import { viewerOfRequest } from '@/platform/session-request'
import { getSettings } from '@/platform/settings'
import { badParameters, refusal, refuseOtherVerbs } from './answer'
import { langIn, langParams } from './asked-language'

/** What a round came to as files, in the language asked for, for whoever may read it; kept nowhere. */
export const rounds = new Hono()

const endings = {
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    make: (results: ResultsToTake, words: ResultWords) => sheetsToXlsx(resultSheets(results, words)),
  },
  pdf: {
    type: 'application/pdf',
    make: async function* (results: ResultsToTake, words: ResultWords) {
      const { url } = await getSettings()
      yield await paperToPdf(resultsPaper(results, words, url), printedLetters())
    },
  },
} as const

/** `names=yes`: with who judged, for whoever keeps the group; to be asked for, since files are passed on. */
const known: ReadonlySet<string> = new Set([...langParams, 'names'])

const file = (ending: keyof typeof endings) => async (c: Context) => {
  try {
    const { searchParams } = new URL(c.req.url)
    const locale = langIn(searchParams)
    const names = searchParams.get('names')
    const strange = [
      ...strangeIn(searchParams, known),
      ...(locale === null ? ['lang'] : []),
      ...(names === null || names === 'yes' ? [] : ['names']),
    ]
    if (locale === null || strange.length > 0) return badParameters(strange)
    const viewer = await viewerOfRequest(c.req.raw)
    const results = await getResultsToTake(viewer, c.req.param('id') ?? '', { isNameless: names === null })
    const words = await resultWords(locale, results.group.territory.timeZone)
    const pieces: Uint8Array[] = []
    // Whole before it is sent: what a round holds is little, and a fault is told instead of half a file.
    for await (const piece of endings[ending].make(results, words)) pieces.push(piece)
    return new Response(new Uint8Array(Buffer.concat(pieces)), {
      headers: {
        'content-type': endings[ending].type,
        'content-disposition': `attachment; filename="${results.group.slug}-results${results.withNames ? '-names' : ''}.${ending}"`,
        'cache-control': 'private, no-store',
      },
    })
  } catch (error) {
    return refusal(error)
  }
}

rounds.get('/:id/results.xlsx', file('xlsx'))
rounds.get('/:id/results.pdf', file('pdf'))

refuseOtherVerbs(rounds)
