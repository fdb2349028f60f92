import { z } from 'zod'
import { type Candidate, languageOf } from './candidate'
import { rowsOf, textOf } from './source-file'

/** Italian authorities (IndicePA); the place stands inside the address: `Via … - 42124 Reggio Emilia (RE) Italy`. */
export async function readIndicePa(): Promise<Candidate[]> {
  const found: Candidate[] = []
  for await (const row of rowsOf('public-bodies-okfn/it.csv')) {
    const place = /^(.*) - (\d{5}) (.+) \([A-Z]{2}\) Italy$/.exec(row.address ?? '')
    found.push({
      source: 'IndicePA',
      recordId: row.id ?? '',
      kind: /^Universit/.test(row.classification ?? '') ? 'university' : 'public_authority',
      name: row.name ?? '',
      language: 'it',
      country: 'IT',
      city: place?.[3],
      address: place?.[1],
      postalCode: place?.[2],
      website: row.url,
      email: row.email,
    })
  }
  return found
}

const kohesioCountries: Record<string, string> = {
  ...{ Bulgaria: 'BG', Hungary: 'HU', Croatia: 'HR', Poland: 'PL', Czechia: 'CZ', 'Czech Republic': 'CZ' },
  ...{ Slovenia: 'SI', Lithuania: 'LT', Romania: 'RO', Slovakia: 'SK', Estonia: 'EE', Latvia: 'LV' },
}

/** Beneficiaries of cohesion funds; the file quotes nothing, so quotes are letters. Regions are no cities. */
export async function readKohesio(): Promise<Candidate[]> {
  const found = new Map<string, Candidate>()
  for await (const row of rowsOf('kohesio-beneficiaries-2023/kohesio-data-export.tsv', {
    delimiter: '\t',
    quote: null,
  })) {
    const { 'Beneficiary Name': name = '', 'Transliterated Name': latin = '' } = row
    const country = kohesioCountries[row.Country ?? '']
    if (country === undefined) continue
    const language = languageOf(country)
    found.set(`${country} ${name}`, {
      source: 'Kohesio',
      recordId: `${country} ${name}`.slice(0, 400),
      kind: 'enterprise',
      name,
      language,
      country,
      anywhere: true,
      otherNames: latin === '' || latin === name ? [] : [{ kind: 'alias', language: 'en', value: latin }],
    })
  }
  return [...found.values()]
}

const lists = [
  { file: 'HR_ESIF_Croatia_2007-2020.csv', column: 'Korisnik', country: 'HR' },
  { file: 'FI_projektilista-csv-final.csv', column: 'Toteuttajan nimi', country: 'FI' },
  { file: 'MT_data.csv', column: 'Beneficiary', country: 'MT' },
]

/** National lists of beneficiaries of structural funds; Croatia writes the tax number behind the name. */
export async function readEsif(): Promise<Candidate[]> {
  const found = new Map<string, Candidate>()
  for (const { file, column, country } of lists)
    for await (const row of rowsOf(`esif-beneficiaries/${file}`, { relax_quotes: true })) {
      const [name = '', tax] = (row[column] ?? '').split(/ \((?=\d{11}\))/)
      found.set(`${country} ${name}`, {
        source: 'ESIF',
        recordId: `${country} ${name}`.slice(0, 400),
        kind: /ministar|ministry|kaupunki|kunta|grad |općina/i.test(name) ? 'public_authority' : 'enterprise',
        name,
        language: languageOf(country),
        country,
        anywhere: true,
        identifiers: tax === undefined ? [] : [{ scheme: 'vat', value: `HR${tax.replace(')', '')}` }],
      })
    }
  return [...found.values()]
}

const value = String.raw`(NULL|\d+|'(?:[^']|'')*')`
const museum = new RegExp(
  String.raw`VALUES\s*\(${Array.from({ length: 9 }, () => value).join(String.raw`,\s*`)}\)`,
  'g',
)
const unquoted = (text = '') => (text === 'NULL' ? '' : text.replace(/^'|'$/g, '').replaceAll("''", "'"))

/** Museums of France, from SQL inserts. */
export async function readMuseums(): Promise<Candidate[]> {
  const found: Candidate[] = []
  for (const match of (await textOf('museums-france/data.sql')).matchAll(museum)) {
    const [, , city = '', name = '', address, postalCode, phone, website, latitude, longitude] = match.map(unquoted)
    found.push({
      source: 'Musées de France',
      recordId: `${city} ${name}`,
      kind: 'cultural_actor',
      name,
      language: 'fr',
      country: 'FR',
      city,
      point: [Number(longitude), Number(latitude)],
      address,
      postalCode: postalCode?.padStart(5, '0'),
      phone,
      website,
    })
  }
  return found
}

const partner = z.object({ organisationsnamn: z.string().nullable(), organisationstyp: z.string().nullable() })
const interregKind = (type: string): Candidate['kind'] =>
  /authority/i.test(type)
    ? 'public_authority'
    : /education|research/i.test(type)
      ? 'university'
      : /enterprise|SME/i.test(type)
        ? 'enterprise'
        : 'association'

/** Swedish partners of Interreg; the file knows counties only. */
export async function readInterreg(): Promise<Candidate[]> {
  const rows = z.array(partner).parse(JSON.parse(await textOf('interreg-sweden-partners-2026/rawdata.json')))
  const named = new Map(rows.map((row) => [row.organisationsnamn, row]))
  return [...named].flatMap(([name, row]) =>
    name === null
      ? []
      : {
          source: 'Interreg',
          recordId: name,
          kind: interregKind(row.organisationstyp ?? ''),
          name,
          language: 'sv',
          country: 'SE',
          anywhere: true,
        },
  )
}
