import { newRelationSchema, type NewRelation, type NewRelationInput } from '@/modules/relations/relation.schema'
import { relationTypeFacts } from '@/modules/taxonomy/taxonomy.schema'
import type { Candidate } from './candidate'
import type { Project } from './cordis'
import { weighted } from './random'

export type Known = { id: string; kind: Candidate['kind']; country: string; pic: string | undefined }
type Type = NewRelationInput['type']

const today = new Date().toISOString().slice(0, 10)

/** Projects as relations with all participants that are here; those with one left are no relation. */
export function* projectRelations(projects: readonly Project[], actors: readonly Known[]): Generator<NewRelation> {
  const byPic = new Map(actors.flatMap((actor) => (actor.pic === undefined ? [] : [[actor.pic, actor.id] as const])))
  for (const { rcn, started, ended, ends } of projects) {
    const parties = ends.flatMap(({ pic, isCoordinator }) => {
      const actorId = byPic.get(pic)
      return actorId === undefined ? [] : [{ actorId, role: isCoordinator ? ('lead' as const) : ('partner' as const) }]
    })
    if (parties.length < 2) continue
    const lead = parties.find(({ role }) => role === 'lead')
    const isOver = ended !== 'NA' && ended < today
    yield newRelationSchema.parse({
      type: 'eu_project',
      originalLanguage: 'en',
      parties,
      state: isOver ? 'ended' : 'active',
      programme: 'Horizon 2020',
      projectNumber: rcn,
      ...(started !== 'NA' && { started }),
      ...(ended !== 'NA' && ended >= started && { ended }),
      ...(lead && { holderId: lead.actorId }),
      source: { name: 'CORDIS', recordId: rcn },
    })
  }
}

const typesOf: Partial<Record<Candidate['kind'], readonly Type[]>> = {
  enterprise: ['export', 'import', 'supply', 'cluster_cooperation'],
  university: ['research_cooperation', 'student_mobility', 'staff_mobility', 'joint_degree'],
  research_centre: ['research_cooperation', 'staff_mobility'],
  public_authority: ['memorandum', 'decentralised_cooperation', 'friendship_pact'],
  cultural_actor: ['cultural_exchange', 'festival_exhibition'],
}

/**
 * Ties between two actors until `ends` ends are made: one drawn evenly, its partner by the number of ends it has (few
 * have many, as in the real network), three times in four from another country.
 */
export function* pairRelations(
  actors: readonly Known[],
  degrees: ReadonlyMap<string, number>,
  ends: number,
  random: () => number,
): Generator<NewRelation> {
  const draw = weighted(
    actors.map(({ id }) => 1 + (degrees.get(id) ?? 0)),
    random,
  )
  const known = new Set<string>()
  for (let made = 0; made < ends;) {
    const one = actors[Math.floor(random() * actors.length)]
    const wantsAbroad = random() < 0.75
    let other = actors[draw()]
    for (let turn = 0; turn < 4 && wantsAbroad && other?.country === one?.country; turn++) other = actors[draw()]
    if (one === undefined || other === undefined) return
    const types = typesOf[one.kind] ?? ['membership', 'network_membership']
    const type = types[Math.floor(random() * types.length)] ?? 'other'
    const key = [one.id, other.id].sort().join()
    if (one === other || known.has(key)) continue
    known.add(key)
    made += 2
    const isDomestic = one.country === other.country
    yield newRelationSchema.parse({
      type: isDomestic && relationTypeFacts[type].mustBeInternational ? 'supply' : type,
      originalLanguage: 'en',
      parties: [
        { actorId: one.id, role: 'lead' },
        { actorId: other.id, role: 'partner' },
      ],
      holderId: one.id,
      started: String(1990 + Math.floor(random() * 36)),
      usableByFirms: random() < 0.3 ? 'yes' : 'on_request',
    })
  }
}
