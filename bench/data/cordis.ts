import { type Candidate, isoCountry, languageOf } from './candidate'
import { rowsOf } from './source-file'

const kinds: Record<string, Candidate['kind']> = {
  HES: 'university',
  PRC: 'enterprise',
  REC: 'research_centre',
  PUB: 'public_authority',
}
const kindOf = (type: string | undefined, name: string): Candidate['kind'] =>
  kinds[type ?? ''] ??
  (/univer|hochschul|politec/i.test(name) ? 'university' : type === undefined ? 'enterprise' : 'other')

/** One project of Horizon 2020: its participants by PIC, the coordinator among them, and its years. */
export type Project = {
  rcn: string
  started: string
  ended: string
  ends: { pic: string; isCoordinator: boolean }[]
}
export type Network = { projects: Project[]; organisations: Map<string, { type: string; country: string }> }

/** Who took part in which project of Horizon 2020. */
export async function readNetwork(): Promise<Network> {
  const projects = new Map<string, Project>()
  const organisations: Network['organisations'] = new Map()
  for await (const row of rowsOf('cordis-h2020-network-2020/h2020.csv.gz')) {
    const {
      rcn = '',
      pic = '',
      type = '',
      country = '',
      group,
      role,
      start_date: started = '',
      end_date: ended = '',
    } = row
    // `NA` means missing, except among third countries, where it is Namibia.
    if (country === '' || (country === 'NA' && group !== 'tc')) continue
    organisations.set(pic, { type, country: isoCountry(country) })
    const project = projects.get(rcn) ?? { rcn, started, ended, ends: [] }
    if (!project.ends.some((end) => end.pic === pic)) project.ends.push({ pic, isCoordinator: role === 'coordinator' })
    projects.set(rcn, project)
  }
  return { projects: [...projects.values()], organisations }
}

/** Names and addresses of bodies with a PIC: FP7, then the richer file of 2023. Keyed by PIC. */
export async function readNamedOrganisations(network: Network): Promise<Map<string, Candidate>> {
  const found = new Map<string, Candidate>()
  for await (const { pic = '', country = '', name = '', address = '' } of rowsOf(
    'cordis-fp7-organisations-2018/organisations.csv',
    { relax_quotes: true },
  )) {
    const iso = isoCountry(country)
    const parts = address.split(',').map((part) => part.trim())
    found.set(pic, {
      source: 'CORDIS',
      recordId: pic,
      kind: kindOf(network.organisations.get(pic)?.type, name),
      name,
      language: languageOf(iso),
      country: iso,
      city: parts.length > 1 ? parts.at(-2) : undefined,
      address: parts.slice(0, -2).join(', '),
      postalCode: parts.at(-1),
      identifiers: [{ scheme: 'pic', value: pic }],
    })
  }
  for await (const row of rowsOf('cordis-h2020-2023/h2020_organizations_out_formatted_latest.csv')) {
    const { organisationID: pic = '', name = '', shortName = '', country = '', geolocation = '' } = row
    const [latitude, longitude] = geolocation.split(',').map(Number)
    const iso = isoCountry(country)
    const isPoint = Number.isFinite(latitude) && Number.isFinite(longitude)
    found.set(pic, {
      source: 'CORDIS',
      recordId: pic,
      kind: kindOf(row.activityType, name),
      name,
      language: languageOf(iso),
      country: iso,
      city: row.city,
      point: isPoint ? [longitude ?? 0, latitude ?? 0] : undefined,
      otherNames: shortName === '' ? [] : [{ kind: 'acronym', language: languageOf(iso), value: shortName }],
      address: row.street,
      postalCode: row.postCode,
      identifiers: [
        { scheme: 'pic', value: pic },
        ...(row.vatNumber ? [{ scheme: 'vat' as const, value: row.vatNumber }] : []),
      ],
      website: row.organizationURL,
    })
  }
  return found
}

/** A participant whose name no file knows. */
export const unnamed = (pic: string, { type, country }: { type: string; country: string }): Candidate => ({
  source: 'CORDIS',
  recordId: pic,
  kind: kindOf(type, ''),
  name: `Organisation ${pic}`,
  language: 'en',
  country,
  anywhere: true,
  identifiers: [{ scheme: 'pic', value: pic }],
})
