import { sameValue } from '@/core/compare'
import { type NewActor, actorFields } from '@/modules/actors/actor.schema'
import { actorLists, actorParts, relationLists, relationParts } from '@/modules/curation/merge.schema'
import { type NewRelation, partyKey, relationFields } from '@/modules/relations/relation.schema'

const union = <Item>(kept: readonly Item[], other: readonly Item[], most: number): Item[] =>
  [...kept, ...other.filter((item) => !kept.some((have) => sameValue(have, item)))].slice(0, most)

/** Fields of the kept content, those of the chosen parts from the other. */
function picked<Content extends object>(
  fields: readonly (keyof Content & string)[],
  parts: Record<string, readonly string[]>,
  { kept, other, taken }: { kept: Content; other: Content; taken: ReadonlySet<string> },
): Record<string, unknown> {
  const fromOther = new Set([...taken].flatMap((part) => parts[part] ?? []))
  return Object.fromEntries(fields.map((field) => [field, (fromOther.has(field) ? other : kept)[field]]))
}

type Sides<Content> = { kept: Content; other: Content; taken: ReadonlySet<string> }

/** Every name of both: a second label in one language goes on as another name, so that it is still found. */
function mergedNames({ kept, other, taken }: Sides<NewActor>): NewActor['names'] {
  const [mine, theirs] = taken.has('name') ? [other.names, kept.names] : [kept.names, other.names]
  const labelled = new Set(mine.filter(({ kind }) => kind === 'label').map(({ language }) => language))
  const known = new Set(mine.map(({ language, value }) => `${language} ${value}`))
  const added = theirs
    .filter(({ language, value }) => !known.has(`${language} ${value}`))
    .map((name) => (name.kind === 'label' && labelled.has(name.language) ? { ...name, kind: 'alias' as const } : name))
  return [...mine, ...added].slice(0, 60)
}

/** The parties and the holder of a relation once one actor stands for another; where both stood, one of them stays. */
export function replacedActor(relation: NewRelation, { from, to }: { from: string; to: string }): NewRelation {
  const isThere = relation.parties.some((end) => 'actorId' in end && end.actorId === to)
  const parties = relation.parties.flatMap((end) =>
    'actorId' in end && end.actorId === from ? (isThere ? [] : [{ ...end, actorId: to }]) : [end],
  )
  return { ...relation, parties, ...(relation.holderId === from && { holderId: to }) }
}

/** The content of an actor made of two, still to be judged by its schema. */
export function mergedActor(ids: readonly string[], sides: Sides<NewActor>): Record<string, unknown> {
  const { kept, other } = sides
  const content = picked(actorFields, actorParts, sides)
  const isItself = (id: unknown) => typeof id === 'string' && ids.includes(id)
  return {
    ...content,
    names: mergedNames(sides),
    identifiers: union(kept.identifiers, other.identifiers, actorLists.identifiers),
    sectors: union(kept.sectors, other.sectors, actorLists.sectors),
    iscedFields: union(kept.iscedFields, other.iscedFields, actorLists.iscedFields),
    tags: union(kept.tags, other.tags, actorLists.tags),
    languagesSpoken: union(kept.languagesSpoken, other.languagesSpoken, actorLists.languagesSpoken),
    targetCountries: union(kept.targetCountries, other.targetCountries, actorLists.targetCountries),
    // One of the two was part of the other, or its successor: it cannot be its own.
    ...(isItself(content.parentId) && { parentId: undefined }),
    ...(isItself(content.successorId) && {
      successorId: undefined,
      legalStatus: 'active',
      legalStatusSince: undefined,
    }),
  }
}

/** The content of a relation made of two, still to be judged by its schema. */
export function mergedRelation(sides: Sides<NewRelation>): Record<string, unknown> {
  const { kept, other } = sides
  const present = new Set(kept.parties.map(partyKey))
  return {
    ...picked(relationFields, relationParts, sides),
    parties: [...kept.parties, ...other.parties.filter((end) => !present.has(partyKey(end)))],
    themes: union(kept.themes, other.themes, relationLists.themes),
    sectors: union(kept.sectors, other.sectors, relationLists.sectors),
    sdgs: union(kept.sdgs, other.sdgs, relationLists.sdgs),
    offer: union(kept.offer, other.offer, relationLists.offer),
    evidence: union(kept.evidence, other.evidence, relationLists.evidence),
  }
}
