import { countryName } from '@/core/country'
import type { FormFields } from '@/core/form-fields'
import { textAt } from '@/core/form-values'
import type { Present } from '@/core/present'
import type { Viewer } from '@/core/viewer'
import { findActorNames } from '@/modules/actors/actor-form.queries'
import { canPublishActor } from '@/modules/actors/actor.policy'
import type { NewActor } from '@/modules/actors/actor.schema'
import { findPresentActors } from '@/modules/actors/present-actor.queries'
import { getPresentRelation } from '@/modules/relations/present-relation.queries'
import { type PartyLabel, relationToForm } from '@/modules/relations/relation-form.schema'
import { canDiscardRelation } from '@/modules/relations/relation.policy'
import type { NewRelation } from '@/modules/relations/relation.schema'
import { db } from '@/platform/db'

/** What a form shows of each party: its name, its kind where it is an actor, and where it is. */
async function partyLabels(parties: NewRelation['parties'], locale: string): Promise<PartyLabel[]> {
  const actorIds = parties.flatMap((party) => ('actorId' in party ? [party.actorId] : []))
  const placeIds = parties.flatMap((party) => ('placeId' in party ? [party.placeId] : []))
  const [names, actors, places] = await Promise.all([
    findActorNames(actorIds, locale),
    db.actor.findMany({ where: { id: { in: actorIds } }, select: { id: true, kind: true, city: true, country: true } }),
    db.place.findMany({ where: { id: { in: placeIds } }, select: { id: true, name: true, country: true } }),
  ])
  const actorById = new Map(actors.map((actor) => [actor.id, actor]))
  const placeById = new Map(places.map((place) => [place.id, place]))
  return parties.map((party) => {
    if ('country' in party)
      return { label: party.placeName ?? countryName(party.country, locale), note: countryName(party.country, locale) }
    if ('placeId' in party) {
      const place = placeById.get(party.placeId)
      return { label: place?.name ?? '', note: place === undefined ? '' : countryName(place.country, locale) }
    }
    const actor = actorById.get(party.actorId)
    const where = actor && [actor.city, countryName(actor.country, locale)].filter((part) => part !== null).join(', ')
    return {
      label: names.get(party.actorId) ?? '',
      ...(actor !== undefined && { kind: actor.kind, note: where ?? '' }),
    }
  })
}

/** The values a form shows of a record, with the names of its parties and holder. */
export async function relationFormValues(relation: NewRelation, locale: string): Promise<FormFields> {
  const [parties, holders] = await Promise.all([
    partyLabels(relation.parties, locale),
    findActorNames(relation.holderId === undefined ? [] : [relation.holderId], locale),
  ])
  const holder = relation.holderId === undefined ? undefined : holders.get(relation.holderId)
  return relationToForm(relation, { parties, ...(holder !== undefined && { holder }) })
}

type RelationFormRecord = Pick<
  Present<NewRelation>,
  'id' | 'slug' | 'version' | 'status' | 'territoryId' | 'sentBackReason' | 'createdById'
> & {
  name: string
  values: FormFields
  /** The viewer's own, and never published: may be thrown away. */
  isOwnDraft: boolean
}

/** One record as its form opens it. Throws `not-found`, or `forbidden` where the viewer may see but not work. */
export async function getRelationForm(viewer: Viewer | null, id: string, locale: string): Promise<RelationFormRecord> {
  const present = await getPresentRelation(viewer, id)
  const { content, fieldWriters: _writers, publishedAt: _at, ...record } = present
  const isOwnDraft = canDiscardRelation(viewer, present)
  const values = await relationFormValues(content, locale)
  const original = textAt(values, `title.texts.${textAt(values, 'title.original')}.value`)
  const parties = content.parties.map((_, index) => textAt(values, `parties.${index}.label`))
  return { ...record, isOwnDraft, name: original === '' ? parties.slice(0, 4).join(' – ') : original, values }
}

/**
 * Parties and holder of a relation that are not published yet and that this viewer may publish: they become public
 * together with it.
 */
export async function findUnpublishedEnds(viewer: Viewer, relation: NewRelation): Promise<Present<NewActor>[]> {
  const ids = relation.parties.flatMap((party) => ('actorId' in party ? [party.actorId] : []))
  if (relation.holderId !== undefined) ids.push(relation.holderId)
  const present = await findPresentActors(db, [...new Set(ids)])
  return [...present.values()].filter(
    (actor) => (actor.status === 'draft' || actor.status === 'submitted') && canPublishActor(viewer, actor),
  )
}
