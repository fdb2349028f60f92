import { dateText } from '@/core/date-text'
import type { Locale } from '@/core/localized'
import type { PaperWords } from '@/modules/practices/practice-paper.schema'
import type { PracticeView } from '@/modules/practices/practice.schema'
import { findRelationNames } from '@/modules/relations/relation-desk.queries'
import { findCodeEntries } from '@/modules/taxonomy/code-entry.queries'
import { sectorName } from '@/modules/taxonomy/nace.schema'
import { codeWords, plainWords } from '@/platform/message-words'

/** The words of papers about these practices, in a language. The practices themselves were judged by who asks. */
export async function paperWords(
  practices: readonly Pick<PracticeView, 'relations'>[],
  locale: Locale,
  site: { url: string; licence: string },
): Promise<PaperWords> {
  const ids = practices.flatMap(({ relations }) => relations.map(({ id }) => id))
  const [t, ui, themes, added, relationNames] = await Promise.all([
    plainWords('practices', locale),
    plainWords('ui', locale),
    codeWords('theme', locale),
    findCodeEntries('theme'),
    findRelationNames([...new Set(ids)], locale),
  ])
  const own = new Map(added.map(({ code, label }) => [code, label[locale]]))
  return {
    ...{ locale, t, relationNames, licence: site.licence },
    notKnown: ui('notKnown'),
    themeName: (code) => own.get(code) ?? themes(code),
    sectorName: (code) => sectorName(code, locale),
    addressOf: (path) => `${site.url}/${locale}${path}`,
    day: dateText(locale, new Date(), 'day'),
  }
}
