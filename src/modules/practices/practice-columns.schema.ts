import type { Localized } from '@/core/localized'
import { dateCell, inLanguageHeader, type SheetCell, type SheetColumn } from '@/modules/papers/sheet.schema'
import {
  type PracticeRecord,
  type RecordText,
  recordTexts,
  textsOfRecord,
} from '@/modules/practices/practice-record.schema'

type Column = SheetColumn<PracticeRecord>

const column = (header: string, cell: (practice: PracticeRecord) => SheetCell): Column => ({ header, cell })
const listed = (values: readonly string[]) => values.join('; ')
const yesNo = (is: boolean) => (is ? 'yes' : 'no')

const textIn = (text: Localized | null, language: string): string | null => text?.texts[language]?.value ?? null

/** Which texts a machine translated: `summary@sv; detail@sv`. */
const machineMade = (practice: PracticeRecord): string =>
  listed(
    textsOfRecord(practice).flatMap(({ header, text }) =>
      Object.entries(text.texts)
        .filter(([, { machine }]) => machine)
        .map(([language]) => inLanguageHeader(header, language)),
    ),
  )

/**
 * The columns of the file of practices, in the order of the programme's form: each text once for every language
 * (`title@en`), codes as the register has them, dates and points as such.
 */
export function practiceColumns({
  languages,
  addressOf,
  licence,
}: {
  languages: readonly string[]
  /** The whole address of a page of ours. */
  addressOf: (path: string) => string
  licence: string
}): Column[] {
  const texts = (field: RecordText): Column[] =>
    languages.map((language) =>
      column(inLanguageHeader(recordTexts[field], language), (practice) => textIn(practice[field], language)),
    )
  return [
    column('id', ({ id }) => id),
    column('slug', ({ slug }) => slug),
    column('url', ({ slug }) => addressOf(`/practices/${slug}`)),
    ...texts('title'),
    column('original_language', ({ originalLanguage }) => originalLanguage),
    column('themes', ({ themes }) => listed(themes)),
    column('axes', ({ axes }) => listed(axes)),
    column('sectors', ({ sectors }) => listed(sectors)),
    column('scope', ({ scope }) => scope),
    column('country', ({ country }) => country),
    column('nuts', ({ nutsCode }) => nutsCode),
    column('region', ({ region }) => region),
    column('place', ({ place }) => place),
    column('longitude', ({ longitude }) => longitude),
    column('latitude', ({ latitude }) => latitude),
    column('precision', ({ precision }) => precision),
    column('in_charge', ({ inCharge }) => inCharge?.name),
    column('in_charge_id', ({ inCharge }) => inCharge?.id),
    column('in_charge_is_author', ({ inChargeIsAuthor }) => yesNo(inChargeIsAuthor)),
    column('from_project', ({ fromProject }) => fromProject),
    ...texts('summary'),
    ...texts('detail'),
    ...texts('resources'),
    column('started', ({ started }) => dateCell(started)),
    column('ended', ({ ended }) => dateCell(ended)),
    column('ongoing', ({ ongoing }) => yesNo(ongoing)),
    ...texts('evidenceOfSuccess'),
    ...texts('challenges'),
    ...texts('potential'),
    ...texts('furtherInformation'),
    column('links', ({ links }) => listed(links.map(({ url, title }) => (title === undefined ? url : `${title} <${url}>`)))), // prettier-ignore
    column('keywords', ({ keywords }) => listed(keywords)),
    ...texts('expertOpinion'),
    // A demonstration's marks are invented; the column `demo` tells.
    column('reviewed', ({ judged }) => judged?.resultClass ?? 'none'),
    column('machine_made', machineMade),
    column('actors', ({ actors }) => listed(actors.map(({ slug }) => addressOf(`/actors/${slug}`)))),
    column('relations', ({ relations }) => listed(relations.map(({ slug }) => addressOf(`/relations/${slug}`)))),
    column('territory', ({ territory }) => territory?.slug),
    column('published_at', ({ publishedAt }) => publishedAt),
    column('updated_at', ({ updatedAt }) => updatedAt),
    column('demo', ({ demo }) => yesNo(demo)),
    column('fictitious', ({ fictitious }) => yesNo(fictitious)),
    column('source', ({ source }) => source?.name),
    column('source_record', ({ source }) => source?.recordId),
    column('source_url', ({ source }) => source?.url),
    column('source_licence', ({ source }) => source?.licence),
    column('licence', () => licence),
  ]
}
