import { z } from 'zod'
import { type Candidate, languageOf } from './candidate'
import { textOf } from './source-file'

const record = z.object({
  id: z.string(),
  established: z.number().nullable(),
  status: z.string(),
  types: z.array(z.string()),
  names: z.array(z.object({ lang: z.string().nullable(), types: z.array(z.string()), value: z.string() })),
  links: z.array(z.object({ type: z.string(), value: z.string() })),
  external_ids: z.array(z.object({ type: z.string(), all: z.array(z.string()), preferred: z.string().nullable() })),
  locations: z.array(
    z.object({
      geonames_details: z.object({ country_code: z.string(), lat: z.number(), lng: z.number(), name: z.string() }),
    }),
  ),
})
type Ror = z.output<typeof record>

const kinds: Record<string, Candidate['kind']> = {
  education: 'university',
  facility: 'research_centre',
  company: 'enterprise',
  nonprofit: 'association',
  government: 'public_authority',
  archive: 'cultural_actor',
}

const identifiersOf = (ror: Ror): NonNullable<Candidate['identifiers']> => [
  { scheme: 'ror', value: ror.id },
  ...ror.external_ids.flatMap(({ type, all, preferred }) => {
    const value = preferred ?? all[0]
    return value !== undefined && (type === 'wikidata' || type === 'isni') ? [{ scheme: type, value } as const] : []
  }),
]

/** Research organisations of Europe, with their names in all languages. Withdrawn records are left out. */
export async function readRor(): Promise<Candidate[]> {
  const records = z.array(record).parse(JSON.parse(await textOf('ror-records-2026/ror-v2-europe.json.gz')))
  return records
    .filter(({ status, locations }) => status !== 'withdrawn' && locations.length > 0)
    .flatMap((ror) => {
      const shown = ror.names.find(({ types }) => types.includes('ror_display'))
      const place = ror.locations[0]?.geonames_details
      if (shown === undefined || place === undefined) return []
      const language = shown.lang ?? languageOf(place.country_code)
      const kindOfName = (types: readonly string[]) =>
        types.includes('acronym') ? 'acronym' : types.includes('label') ? 'label' : 'alias'
      return {
        source: 'ROR',
        recordId: ror.id,
        kind: ror.types.map((type) => kinds[type]).find(Boolean) ?? 'other',
        name: shown.value,
        language,
        country: place.country_code,
        city: place.name,
        point: [place.lng, place.lat],
        otherNames: ror.names
          .filter((name) => name !== shown)
          .map(({ lang, types, value }) => ({ kind: kindOfName(types), language: lang ?? language, value })),
        identifiers: identifiersOf(ror),
        website: ror.links.find(({ type }) => type === 'website')?.value,
        founded: ror.established === null ? undefined : String(ror.established),
      } satisfies Candidate
    })
}
