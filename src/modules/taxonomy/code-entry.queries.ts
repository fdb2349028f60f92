import { AppError } from '@/core/app-error'
import { decided } from '@/core/decision'
import { fold } from '@/core/fold'
import { type CodeEntry, codeEntrySchema, type CodeList } from '@/modules/taxonomy/code-entry.schema'
import { themes } from '@/modules/taxonomy/taxonomy.schema'
import type { Transaction } from '@/platform/bulk'
import { db } from '@/platform/db'

/** What administrators added to a list, or retired of it. Everybody reads labels. */
export async function findCodeEntries(list: CodeList, client: Transaction = db): Promise<CodeEntry[]> {
  decided()
  const rows = await client.codeEntry.findMany({ where: { list }, orderBy: { code: 'asc' } })
  return rows.map((row) => codeEntrySchema.parse(row))
}

/** Refuses themes that no list has, or that were retired; what a record carried before it keeps. */
export async function requireKnownThemes(tx: Transaction, chosen: ReadonlySet<string>): Promise<void> {
  const builtIn: readonly string[] = themes
  if (chosen.size === 0) return
  const entries = await findCodeEntries('theme', tx)
  const isRetired = (theme: string) => entries.some(({ code, retiredAt }) => code === theme && retiredAt !== null)
  const isKnown = (theme: string) => builtIn.includes(theme) || entries.some(({ code }) => code === theme)
  for (const theme of chosen)
    if (!isKnown(theme) || isRetired(theme))
      throw new AppError('invalid', 'invalid', {}, [{ field: 'themes', message: 'choose' }])
}

/** Tags as people write them → as they are stored: a label of a listed tag, in any language, becomes its code. */
export async function tagCodes(tags: readonly string[]): Promise<string[]> {
  if (tags.length === 0) return []
  const entries = await findCodeEntries('tag')
  const known = new Map(entries.flatMap(({ code, label }) => Object.values(label).map((text) => [fold(text), code])))
  return [...new Set(tags.map((tag) => known.get(fold(tag)) ?? tag))]
}

/** Tags as they are stored → in the reader's language, where the list has them. */
export async function tagWords(tags: readonly string[], locale: string): Promise<string[]> {
  if (tags.length === 0) return []
  const entries = await findCodeEntries('tag')
  return tags.map((tag) => labelIn(entries.find(({ code }) => code === tag)?.label, locale) ?? tag)
}

const labelIn = (label: Readonly<Record<string, string | undefined>> | undefined, locale: string) =>
  label?.[locale] ?? label?.en
