import { identifierProblem, normalIdentifier } from '@/modules/actors/identifier.schema'
import { type NewActor, type NewActorInput, newActorSchema } from '@/modules/actors/actor.schema'
import { sectorsIn } from '@/modules/taxonomy/nace.schema'
import type { Candidate } from './candidate'
import type { Gazetteer } from './gazetteer'

const divisions = sectorsIn('en').filter(({ code }) => code.length > 1)
const usualSectors: Partial<Record<Candidate['kind'], string>> = {
  public_authority: 'O84',
  university: 'P85',
  research_centre: 'M72',
  association: 'S94',
  cultural_actor: 'R91',
}

function namesOf({ name, language, otherNames = [] }: Candidate): NewActorInput['names'] {
  const cut = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, 200)
  const names: NewActorInput['names'] = [{ kind: 'label', language, value: cut(name) }]
  for (const other of otherNames) {
    const isSecondLabel = names.some((known) => known.kind === 'label' && known.language === other.language)
    const kind = other.kind === 'label' && isSecondLabel ? 'alias' : other.kind
    names.push({ ...other, kind, value: cut(other.value) })
  }
  return names.slice(0, 60)
}

function placeOf(candidate: Candidate, gazetteer: Gazetteer) {
  const { country, city, point, anywhere } = candidate
  const found = city === undefined ? undefined : gazetteer.find(country, city)
  const place = found ?? (anywhere ? gazetteer.draw(country) : undefined)
  const at = { city: city ?? place?.name, placeId: place?.id }
  if (point !== undefined) return { ...at, longitude: point[0], latitude: point[1], precision: 'city' as const }
  return place === undefined ? at : { ...at, ...gazetteer.near(place), precision: 'city' as const }
}

const without = <Value extends object>(value: Value, fields: ReadonlySet<unknown>): object =>
  Object.fromEntries(
    Object.entries(value).filter(([field, content]) => content !== undefined && content !== '' && !fields.has(field)),
  )

/**
 * The actor a form would make of a published row: placed, with a sector, what the form refuses left out. Undefined
 * when even its name or country is refused.
 */
export function actorOf(candidate: Candidate, gazetteer: Gazetteer, random: () => number, taken: Set<string>) {
  const { source, recordId, kind, country, language, address, postalCode, website, email, phone, founded } = candidate
  const identifiers = (candidate.identifiers ?? [])
    .map(({ scheme, value }) => ({ scheme, value: normalIdentifier(scheme, value) }))
    .filter(({ scheme, value }) => identifierProblem(scheme, value) === null && !taken.has(`${scheme} ${value}`))
  const drawn = divisions[Math.floor(random() * divisions.length)]?.code
  const said = {
    ...{ kind, country, address, postalCode, website, email, phone, founded, identifiers },
    ...placeOf(candidate, gazetteer),
    originalLanguage: language,
    names: namesOf(candidate),
    sectors: [usualSectors[kind] ?? drawn].filter((code) => code !== undefined),
    source: { name: source, recordId },
  }
  const first = newActorSchema.safeParse(without(said, new Set()))
  const faulty = new Set(first.success ? [] : first.error.issues.map(({ path }) => path[0]))
  const result = first.success ? first : newActorSchema.safeParse(without(said, faulty))
  if (!result.success) return undefined
  for (const { scheme, value } of result.data.identifiers) taken.add(`${scheme} ${value}`)
  return result.data satisfies NewActor
}
