import type { Localized } from '@/core/localized'
import type { TransferRecord } from '@/modules/adoption/transfer.schema'
import { dateCell, inLanguageHeader, type SheetCell, type SheetColumn } from '@/modules/papers/sheet.schema'

type Column = SheetColumn<TransferRecord>

const column = (header: string, cell: (transfer: TransferRecord) => SheetCell): Column => ({ header, cell })

/**
 * The columns of the file of transfers: each text once for every language (`reasons@sv`), states as the register has
 * them, dates as such.
 */
export function transferColumns({
  languages,
  addressOf,
  licence,
}: {
  languages: readonly string[]
  /** The whole address of a page of ours. */
  addressOf: (path: string) => string
  licence: string
}): Column[] {
  const texts = (header: string, textOf: (transfer: TransferRecord) => Localized | null): Column[] =>
    languages.map((language) =>
      column(inLanguageHeader(header, language), (one) => textOf(one)?.texts[language]?.value ?? null),
    )
  return [
    column('id', ({ id }) => id),
    ...texts('practice', ({ practice }) => practice.title),
    column('practice_url', ({ practice }) => addressOf(`/practices/${practice.slug}`)),
    column('home_territory', ({ practice }) => practice.home?.slug ?? null),
    column('territory', ({ territory }) => territory.slug),
    column('state', ({ state }) => state),
    column('since', ({ since }) => dateCell(since)),
    ...texts('reasons', ({ reasons }) => reasons),
    ...texts('became', ({ became }) => became),
    ...texts('interest', ({ note }) => note),
    ...texts('workshop', ({ workshopTitle }) => workshopTitle),
    column('workshop_from', ({ workshopOn }) => dateCell(workshopOn)),
    column('workshop_until', ({ workshopUntil }) => dateCell(workshopUntil)),
    column('workshop_place', ({ workshopPlace }) => workshopPlace),
    column('evidence', ({ links }) => links.map(({ url }) => url).join('; ')),
    column('came_by', ({ relations }) => relations.map((id) => addressOf(`/relations/${id}`)).join('; ')),
    column('demonstration', ({ demo }) => (demo ? 'yes' : 'no')),
    column('changed', ({ updatedAt }) => ({ day: updatedAt.toISOString().slice(0, 10) })),
    column('licence', () => licence),
  ]
}
