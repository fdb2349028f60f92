import { countryName } from '@/core/country'
import { inLanguage, type ShownText } from '@/core/localized'
import { charactersOf, practiceLimits, type PracticeText } from '@/modules/practices/practice-limit.schema'
import type { PracticeDetail } from '@/modules/practices/practice.schema'

/** The fields of the programme's own form, in its order. Labels: messages `practices.programme`. */
export const programmeFields = [
  'title',
  'themes',
  'scope',
  'location',
  'inCharge',
  'fromProject',
  'summary',
  'detail',
  'resources',
  'started',
  'ended',
  'evidenceOfSuccess',
  'challenges',
  'potential',
  'furtherInformation',
  'keywords',
  'expertOpinion',
] as const
export type ProgrammeField = (typeof programmeFields)[number]

/** One field as it goes into the form: its words and their language, and how many characters of how many allowed. */
export type ProgrammeEntry = {
  field: ProgrammeField
  text: string
  language: string | null
  count: number
  max: number | null
}

const limited: ReadonlySet<string> = new Set(Object.keys(practiceLimits))
const hasLimit = (field: string): field is keyof typeof practiceLimits => limited.has(field)

/** What words a reader's language has for what a practice holds as codes. */
type ProgrammeWords = {
  locale: string
  themes: readonly string[]
  scope: string | null
  ongoing: string
}

/** A practice → the fields of the programme's form, in the reader's language where it has one. Nothing known: `''`. */
export function programmeEntries(practice: PracticeDetail, words: ProgrammeWords): ProgrammeEntry[] {
  const { locale } = words
  const shown = (name: PracticeText | 'expertOpinion'): ShownText | null =>
    practice[name] && inLanguage(practice[name], locale)
  const where = [practice.country && countryName(practice.country, locale), practice.region, practice.place]
  const links = practice.links.map(({ url, title }) => (title === undefined ? url : `${title}: ${url}`))
  const plain: Partial<Record<ProgrammeField, string>> = {
    themes: words.themes.join(', '),
    scope: words.scope ?? '',
    location: where.filter((part, index) => part !== null && where.indexOf(part) === index).join(', '),
    inCharge: practice.inCharge?.name ?? '',
    fromProject: practice.fromProject ?? '',
    started: practice.started ?? '',
    ended: practice.ended ?? (practice.ongoing ? words.ongoing : ''),
    keywords: practice.keywords.join(', '),
  }
  return programmeFields.map((field) => {
    const text = hasLimit(field) ? shown(field) : null
    const own = text?.value ?? plain[field] ?? ''
    // The programme has one field for both.
    const value = field === 'furtherInformation' ? [own, ...links].filter((part) => part !== '').join('\n') : own
    return {
      field,
      text: value,
      language: text?.language ?? null,
      count: charactersOf(value),
      max: hasLimit(field) ? practiceLimits[field] : null,
    }
  })
}
