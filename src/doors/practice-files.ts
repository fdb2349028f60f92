import { type Context, Hono } from 'hono'
import { sheetToCsv } from '@/modules/papers/sheet.csv'
import type { Sheet } from '@/modules/papers/sheet.schema'
import { sheetToXlsx } from '@/modules/papers/sheet.xlsx'
import { practiceColumns } from '@/modules/practices/practice-columns.schema'
import { practiceRecordsFacts, walkPractices } from '@/modules/practices/practice-record.queries'
import type { PracticeRecord } from '@/modules/practices/practice-record.schema'
import { practicesToJsonLd } from '@/modules/practices/practice.jsonld'
import type { Filter } from '@/modules/taxonomy/filter.schema'
import { getSettings } from '@/platform/settings'
import { badParameters, refuseOtherVerbs } from './answer'
import { practiceFilterIn } from './practice-filter'
import { publicFile } from './sent-in-pieces'

/** Practices as files, with the filters of their list. Cookies are ignored: everybody gets what everybody may see. */
export const practiceFiles = new Hono()

type Made = {
  filter: Filter
  languages: readonly string[]
  /** The whole address of a page, in the language of the register's own addresses. */
  addressOf: (path: string) => string
  licence: string
}

const file =
  (ending: string, type: string, pieces: (made: Made) => AsyncGenerator<string | Uint8Array>) => async (c: Context) => {
    const asked = practiceFilterIn(new URL(c.req.url).searchParams)
    if ('strange' in asked) return badParameters(asked.strange)
    const [{ languages, tag }, { url, licence }] = await Promise.all([
      practiceRecordsFacts(asked.filter),
      getSettings(),
    ])
    const made = { filter: asked.filter, languages, licence, addressOf: (path: string) => `${url}/en${path}` }
    return publicFile(c, {
      ...{ name: `practices.${ending}`, type },
      tag: `${tag} ${url} ${licence}`,
      pieces: () => pieces(made),
    })
  }

const sheetOf = ({ filter, ...made }: Made): Sheet<PracticeRecord> => ({
  name: 'Practices',
  columns: practiceColumns(made),
  rows: walkPractices(filter),
})

practiceFiles.get(
  '/practices.csv',
  file('csv', 'text/csv; charset=utf-8', (made) => sheetToCsv(sheetOf(made))),
)
practiceFiles.get(
  '/practices.xlsx',
  file('xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', (made) =>
    sheetToXlsx(sheetOf(made)),
  ),
)
practiceFiles.get(
  '/practices.jsonld',
  file('jsonld', 'application/ld+json', ({ filter, addressOf }) => practicesToJsonLd(walkPractices(filter), addressOf)),
)

refuseOtherVerbs(practiceFiles, { isOpen: true })
