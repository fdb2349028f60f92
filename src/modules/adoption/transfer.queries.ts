import { decided } from '@/core/decision'
import { inLanguage, type Localized } from '@/core/localized'
import {
  type ShownTransfer,
  shownTransferSchema,
  type TransferRecord,
  transferRecordSchema,
} from '@/modules/adoption/transfer.schema'
import * as sql from '@/modules/adoption/transfer.sql'
import { territoryIdsWithin } from '@/modules/territories/territory.queries'
import { db } from '@/platform/db'
import { keptPerVersion } from '@/platform/list'
import { prepared } from '@/platform/prepared'

/** A row of `transfer.sql` with its texts in the reader's language. */
function transferOf(raw: unknown, locale: string): ShownTransfer {
  const { territory, practice, note, reasons, became, ...row } = transferRecordSchema.parse(raw)
  const said = (words: Localized | null) => words && inLanguage(words, locale)
  const named = ({ name, ...rest }: TransferRecord['territory']) => ({ ...rest, name: inLanguage(name, locale).value })
  return shownTransferSchema.parse({
    ...row,
    territory: named(territory),
    practice: { ...practice, title: said(practice.title), home: practice.home && named(practice.home) },
    note: said(note),
    workshop:
      row.workshopTitle === null
        ? null
        : { title: said(row.workshopTitle), on: row.workshopOn, until: row.workshopUntil, place: row.workshopPlace },
    reasons: said(reasons),
    became: said(became),
  })
}

const mostShown = 200

/** What territories made of one public practice: adopted first. */
export async function findTransfersOfPractice(practiceId: string, locale: string): Promise<ShownTransfer[]> {
  return keptPerVersion(`transfers-of-practice ${practiceId} ${locale}`, async () => {
    const rows = await db.$queryRaw<unknown[]>(prepared(sql.transfersOfPractice(practiceId, mostShown)))
    return rows.map((raw) => transferOf(raw, locale))
  })
}

/** Practices that came into a territory from elsewhere, and those that went out of it to others. */
export async function findTransfersOfTerritory(
  { id, slug }: { id: string; slug: string },
  locale: string,
): Promise<{ in: ShownTransfer[]; out: ShownTransfer[] }> {
  return keptPerVersion(`transfers-of-territory ${id} ${locale}`, async () => {
    const asked = { id, inside: await territoryIdsWithin(slug), limit: mostShown }
    const [into, out] = await Promise.all([
      db.$queryRaw<unknown[]>(sql.transfersOfTerritory('in', asked)),
      db.$queryRaw<unknown[]>(sql.transfersOfTerritory('out', asked)),
    ])
    return { in: into.map((raw) => transferOf(raw, locale)), out: out.map((raw) => transferOf(raw, locale)) }
  })
}

/** Public transfers among these ids, in no order. */
export async function getTransfers(ids: readonly string[], locale: string): Promise<ShownTransfer[]> {
  decided() // the public view alone
  if (ids.length === 0) return []
  const rows = await db.$queryRaw<unknown[]>(sql.transfersById(ids))
  return rows.map((raw) => transferOf(raw, locale))
}
