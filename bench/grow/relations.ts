import type { Client } from 'pg'
import { fold } from '@/core/fold'
import { newId } from '@/core/id'
import type { Actors } from './actors'
import { type Cell, copyRows, insertCopies, slugOf } from './tables'

type End = { position: number; actor: string | null; place: number | null; name: string | null; country: string | null }
type Base = { id: string; holder: string | null; ends: End[] }

// In an order that says nothing of ids.
const readBase = async (client: Client): Promise<Base[]> =>
  (
    await client.query<Base>(`
      SELECT r.id, r.holder_id AS holder, jsonb_agg(jsonb_build_object('position', rp.position, 'actor', rp.actor_id,
        'place', rp.place_id, 'name', coalesce(p.name, rp.place_name), 'country', coalesce(p.country, rp.country))
        ORDER BY rp.position) AS ends
      FROM relation r JOIN relation_party rp ON rp.relation_id = r.id LEFT JOIN place p ON p.id = rp.place_id
      GROUP BY r.id ORDER BY r.folded_title, r.type, r.started, r.project_number`)
  ).rows

type Place = { id: number; name: string }

/**
 * Copies of every relation. Each end goes to a copy of the actor that stands there in the relation it is made from: to
 * another copy for each end, so that the copies are one network, and each in turn, so that every actor has as many
 * relations as the one it is made from. Places become other places of their country.
 */
export async function growRelations(
  client: Client,
  actors: Actors,
  copies: number,
  random: () => number,
): Promise<void> {
  const base = await readBase(client)
  const places = new Map<string, Place[]>()
  for (const { ends } of base)
    for (const { place, name, country } of ends)
      if (place !== null && name !== null && country !== null)
        places.set(country, [...(places.get(country) ?? []), { id: place, name }])

  const parties: Cell[][] = []
  function* rows(): Generator<Cell[]> {
    for (const [index, relation] of base.entries()) {
      const shifts = relation.ends.map(() => Math.floor(random() * copies))
      for (let copy = 0; copy < copies; copy++) {
        const id = newId()
        const taken = new Set<number>()
        const ends = relation.ends.map((end, at) => {
          const turn = 1 + ((copy + (shifts[at] ?? 0)) % copies)
          const actor = end.actor === null ? undefined : actors.get(end.actor)?.[turn]
          return { end, actor, place: end.place === null ? undefined : otherPlace(end, taken) }
        })
        for (const { end, actor, place } of ends)
          parties.push([relation.id, end.position, id, actor?.id ?? null, place?.id ?? null])
        const holder = ends.find(({ end }) => end.actor !== null && end.actor === relation.holder)?.actor?.id ?? null
        const label = ends
          .map(({ end, actor, place }) => actor?.label ?? place?.name ?? end.name ?? end.country ?? '')
          .slice(0, 4)
          .join(' – ')
        yield [relation.id, id, slugOf(label, copy, index), fold(label), holder, `${String(copy)}-${String(index)}`]
      }
    }
  }
  function otherPlace(end: End, taken: Set<number>): Place | undefined {
    const others = places.get(end.country ?? '') ?? []
    let drawn = others[Math.floor(random() * others.length)]
    for (let turn = 0; turn < 50 && drawn !== undefined && taken.has(drawn.id); turn++)
      drawn = others[Math.floor(random() * others.length)]
    if (drawn !== undefined) taken.add(drawn.id)
    return drawn
  }

  await client.query(`CREATE TEMP TABLE copied_relation (base uuid, id uuid, slug text, folded_title text, holder_id uuid, record text);
    CREATE TEMP TABLE copied_party (base uuid, position int, id uuid, actor_id uuid, place_id int)`)
  await copyRows(client, 'copied_relation', rows())
  await copyRows(client, 'copied_party', parties)
  await insertCopies(client, 'relation', 'copied_relation s JOIN relation b ON b.id = s.base', {
    ...{
      id: 's.id',
      slug: 's.slug',
      holder_id: 's.holder_id',
      source_name: `'synthetic'`,
      source_record_id: 's.record',
    },
    folded_title: `CASE WHEN b.title IS NULL THEN s.folded_title ELSE b.folded_title END`,
  })
  await insertCopies(
    client,
    'relation_party',
    'copied_party s JOIN relation_party b ON b.relation_id = s.base AND b.position = s.position',
    { relation_id: 's.id', actor_id: 's.actor_id', place_id: 's.place_id' },
  )
}
