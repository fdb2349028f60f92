import type { Client } from 'pg'
import { fold } from '@/core/fold'
import { newId } from '@/core/id'
import { type Cell, copyRows, insertCopies, slugOf } from './tables'
import { acronymOf, joinHalves, type Name, nameRows, Vocabulary } from './names'

type Base = {
  id: string
  kind: string
  country: string
  language: string
  city: string | null
  place: number | null
  nuts: string | null
  longitude: number | null
  latitude: number | null
  hasPic: boolean
  names: [Name, ...Name[]]
}

/** An actor that is there or was made, as relations need it. */
type Known = { id: string; label: string }
/** All actors: by the id of the one they are made from, itself first, then its copies in order. */
export type Actors = Map<string, Known[]>

// In an order that says nothing of ids, which are other ones in each build.
const readBase = async (client: Client): Promise<Base[]> =>
  (
    await client.query<Base>(`
      SELECT a.id, a.kind, a.country, a.original_language AS language, a.city, a.place_id AS place, a.nuts_code AS nuts,
        a.longitude, a.latitude,
        EXISTS (SELECT FROM actor_identifier i WHERE i.actor_id = a.id AND i.scheme = 'pic') AS "hasPic",
        (SELECT jsonb_agg(jsonb_build_object('kind', n.kind, 'language', n.language, 'value', n.value)
           ORDER BY n.is_original DESC, n.kind, n.language, n.folded)
         FROM actor_name n WHERE n.actor_id = a.id) AS names
      FROM actor a ORDER BY a.folded_label, a.country, a.source_name, a.source_record_id`)
  ).rows

const isMadeUp = (name: string) => /^Organisation \d+$/.test(name)

/** Makes names of bodies of a country from the words that real ones have. */
class Namer {
  private readonly words = new Vocabulary()
  private readonly taken = new Set<string>()

  constructor(
    base: readonly Base[],
    private readonly random: () => number,
  ) {
    for (const { kind, country, names } of base)
      names.forEach(({ kind: sort, language, value }, index) => {
        if (sort === 'acronym' || isMadeUp(value)) return
        if (index === 0) for (const key of [`${country} ${kind}`, country, '']) this.words.add(key, value)
        else this.words.add(`in ${language}`, value)
      })
  }

  /** A label nobody has yet, if half a dozen turns find one. */
  label({ kind, country, city, names }: Base): string {
    const { random, words } = this
    const draw = () =>
      words.draw(`${country} ${kind}`, random) ??
      words.draw(country, random) ??
      words.draw('', random) ??
      'Organisation'
    let name = ''
    for (let turn = 0; turn < 6; turn++) {
      const own = turn === 0 && !isMadeUp(names[0].value) ? names[0].value : draw()
      name = joinHalves(own, draw())
      const isShort = !name.includes(' ') || random() < 0.25
      if (city !== null && isShort && !fold(name).includes(fold(city))) name = `${name} ${city}`.slice(0, 200)
      const folded = fold(name)
      if (!this.taken.has(folded)) {
        this.taken.add(folded)
        break
      }
    }
    return name
  }

  /** As many other names in the same languages as the body it is made from has, and sometimes an acronym. */
  names(base: Base, label: string): Name[] {
    const [, ...others] = base.names
    const made: Name[] = [{ kind: 'label', language: base.language, value: label }]
    for (const { kind, language, value } of others)
      if (kind !== 'acronym')
        made.push({
          kind,
          language,
          value: joinHalves(value, this.words.draw(`in ${language}`, this.random) ?? value),
        })
    const acronym = acronymOf(label)
    const had = others.some(({ kind }) => kind === 'acronym')
    if (acronym !== '' && (had || this.random() < 0.15))
      made.push({ kind: 'acronym', language: base.language, value: acronym })
    return made
  }
}

// PIC numbers have nine digits and begin with 8 or 9 in the published files.
const firstPic = 100_000_000
const off = (random: () => number) => (random() + random() - 1) * 0.02
const rounded = (degrees: number) => Math.round(degrees * 1e5) / 1e5

/** Copies of every actor under other names, three in ten at a place of another one of its country. */
export async function growActors(client: Client, copies: number, random: () => number): Promise<Actors> {
  const base = await readBase(client)
  const namer = new Namer(base, random)
  const placed = new Map<string, Base[]>()
  for (const one of base) if (one.longitude !== null) placed.set(one.country, [...(placed.get(one.country) ?? []), one])
  const found: Actors = new Map(base.map(({ id, names }) => [id, [{ id, label: names[0].value }]]))
  const names: { id: string; language: string; names: Name[] }[] = []
  const pics: string[] = []

  function* rows(): Generator<Cell[]> {
    for (let copy = 1; copy <= copies; copy++)
      for (const [index, one] of base.entries()) {
        const others = placed.get(one.country) ?? []
        const moves = one.longitude !== null && random() < 0.3
        const at = (moves ? others[Math.floor(random() * others.length)] : undefined) ?? one
        const label = namer.label({ ...one, city: at.city })
        const id = newId()
        found.get(one.id)?.push({ id, label })
        names.push({ id, language: one.language, names: namer.names(one, label) })
        if (one.hasPic) pics.push(id)
        const point =
          at.longitude === null || at.latitude === null
            ? [null, null]
            : [rounded(at.longitude + off(random)), rounded(at.latitude + off(random))]
        yield [
          one.id,
          id,
          slugOf(label, copy, index),
          fold(label),
          `${String(copy)}-${String(index)}`,
          at.city,
          at.place,
          at.nuts,
          ...point,
        ]
      }
  }
  await client.query(`CREATE TEMP TABLE copied_actor (base uuid, id uuid, slug text, folded_label text, record text,
    city text, place_id int, nuts_code text, longitude float8, latitude float8)`)
  await copyRows(client, 'copied_actor', rows())
  await insertCopies(
    client,
    'actor',
    'copied_actor s JOIN actor b ON b.id = s.base LEFT JOIN territory t ON t.nuts_code = left(s.nuts_code, 4)',
    {
      ...{ id: 's.id', slug: 's.slug', folded_label: 's.folded_label', city: 's.city', place_id: 's.place_id' },
      ...{ nuts_code: 's.nuts_code', longitude: 's.longitude', latitude: 's.latitude', home_territory_id: 't.id' },
      nuts_version: `CASE WHEN s.nuts_code IS NOT NULL THEN (SELECT min(version) FROM nuts_region) END`,
      ...{ source_name: `'synthetic'`, source_record_id: 's.record', parent_id: 'NULL', successor_id: 'NULL' },
    },
  )
  function* rowsOfNames(): Generator<Cell[]> {
    for (const one of names) for (const row of nameRows(one.names, one.language)) yield [one.id, ...row]
  }
  await copyRows(client, 'actor_name (actor_id, kind, language, value, folded, is_original, compared)', rowsOfNames())
  const identifiers = pics.map((id, index): Cell[] => [id, 'pic', String(firstPic + index)])
  await copyRows(client, 'actor_identifier (actor_id, scheme, value)', identifiers)
  return found
}
