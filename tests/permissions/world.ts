import { newId } from '@/core/id'
import type { RecordStatus, Visibility } from '@/core/curated'
import { systemViewer } from '@/core/viewer'
import { archiveActor, saveActors } from '@/modules/actors/actor.commands'
import { archivePractice, savePractices } from '@/modules/practices/practice.commands'
import { archiveRelation, saveRelations } from '@/modules/relations/relation.commands'
import { addFile } from '@/modules/files/file.commands'
import { newFileSchema } from '@/modules/files/file.schema'
import type { Saved } from '@/platform/curated'
import { db } from '@/platform/db'
import { anActor } from '@tests/builders/actor'
import { type PlantedGroup, plantGroup } from '@tests/builders/group'
import { givenPerson, givenPublicPerson } from '@tests/builders/person'
import { aPicture } from '@tests/builders/picture'
import { aPractice } from '@tests/builders/practice'
import { aRelation, party } from '@tests/builders/relation'
import { givenTerritory } from '@tests/builders/territory'
import { plantTransfers } from '@tests/builders/transfer'
import { type Place, places } from './matrix'
import { type PlantedRound, plantRounds } from './planted-rounds'
import { type Judgement, plantJudged } from './planted-judged'
import { plantUser } from './planted-user'
import { groupCanary, type GroupPlace, innerCanary, logCanary, pendingCanary, truePoint } from './telling-words'

export const states = ['public', 'partners', 'territory', 'draft', 'submitted', 'archived'] as const
export type State = (typeof states)[number]

/** A record of the world with the word that betrays it. */
export type Planted = {
  id: string
  slug: string
  version: number
  canary: string
  place: Place
  state: State
  file: PlantedFile
  kind: 'actor' | 'relation' | 'practice'
  /** Who reads it, where that is more than its state says. */
  readers?: string
}

/** A file with the word that betrays it in its name, its title or what its picture shows. */
export type PlantedFile = { id: string; name: string }

export type World = {
  territoryOf: Record<Place, { id: string; slug: string } | null>
  groupId: string
  /** A stakeholder group of each territory, with a member, a meeting, a decision and documents. */
  groups: Record<GroupPlace, PlantedGroup>
  /** In each of these groups a round that is open, with a practice and somebody who judges it. */
  rounds: Record<GroupPlace, PlantedRound>
  /** A round of each group that is over, in which the public practice of its territory was judged. */
  judgements: Record<GroupPlace, Judgement>
  actors: Record<Place, Record<State, Planted>>
  relations: Record<Place, Record<State, Planted>>
  practices: Record<Place, Record<State, Planted>>
  /** Handed in elsewhere, and offered to the group of the own territory. */
  offered: Planted
  /** A contact person of the public actor of each place, whom nobody may see but who curates it. */
  persons: Record<Place, { id: string; actorId: string; version: number }>
  /** A request about personal data that waits for an answer, sent to each territory or to nobody in particular. */
  requests: Record<Place, string>
  /** One more record nobody touched yet, for a deed that changes it. */
  fresh: (kind: 'actor' | 'relation' | 'practice', place: Place, state: State) => Promise<Planted>
  /** In each place a change of a public actor that waits for its coordinator; `propose` makes one more. */
  proposals: Record<Place, { id: string; recordId: string; version: number }>
  propose: (place: Place) => Promise<{ id: string; recordId: string; version: number }>
  /** In each place a file on a public actor that waits for its coordinator; `waiting` makes one more. */
  files: Record<Place, PlantedFile>
  waiting: (place: Place) => Promise<PlantedFile>
  /** Every record of the world; those made `fresh` change hands. */
  planted: Planted[]
}

const inState: Record<State, { status: RecordStatus; visibility: Visibility }> = {
  public: { status: 'published', visibility: 'public' },
  partners: { status: 'published', visibility: 'partners' },
  territory: { status: 'published', visibility: 'territory' },
  draft: { status: 'draft', visibility: 'public' },
  submitted: { status: 'submitted', visibility: 'public' },
  archived: { status: 'published', visibility: 'public' },
}

const only = ([saved]: readonly Saved[]): Saved => {
  if (saved === undefined) throw new Error('nothing was saved')
  return saved
}

const plain = new TextEncoder().encode('What a file says')

/** On an actor a document, on a relation a picture. */
async function plantFile(kind: 'actor' | 'relation' | 'practice', id: string, canary: string): Promise<PlantedFile> {
  const said = newFileSchema.parse({ title: `Titolo ${canary}`, credit: canary, alt: `Si vede ${canary}` })
  const picture = kind === 'relation' ? new Uint8Array(await aPicture()) : null
  const name = `${canary}.${picture === null ? 'txt' : 'jpg'}`
  const file = await addFile(systemViewer, { kind, id }, { bytes: picture ?? plain, name, said })
  return { id: file.id, name }
}

type Make = (place: Place, state: State, canary: string) => Promise<Saved>

/** For each place and state one of `make`. */
async function eachState(plant: (place: Place, state: State) => Promise<Planted>) {
  const statesOf = async (place: Place): Promise<Record<State, Planted>> => ({
    public: await plant(place, 'public'),
    partners: await plant(place, 'partners'),
    territory: await plant(place, 'territory'),
    draft: await plant(place, 'draft'),
    submitted: await plant(place, 'submitted'),
    archived: await plant(place, 'archived'),
  })
  return { own: await statesOf('own'), other: await statesOf('other'), commons: await statesOf('commons') }
}

const text = (value: string) => ({ original: 'it' as const, texts: { it: { value, machine: false } } })
const abroad = { country: 'ZA', placeName: 'Polokwane', role: 'partner' as const }

/** Two territories and the commons, in each an actor and a relation in every state, full of words that betray them. */
export async function makeWorld(): Promise<World> {
  const own = await givenTerritory({ slug: 'ownland', name: 'Ownland' })
  const other = await givenTerritory({ slug: 'otherland', name: 'Otherland' })
  const groups = {
    own: await plantGroup('own', own.id, groupCanary('own')),
    other: await plantGroup('other', other.id, groupCanary('other')),
  }
  await plantUser(own.id, 'zzmailown@example.eu')
  await plantUser(other.id, 'zzmailother@example.eu')
  const territoryOf = { own, other, commons: null }
  const curatorOf = (place: Place) => territoryOf[place]?.id ?? null

  const newActor: Make = async (place, state, canary) => {
    const point = { ...truePoint[place], precision: 'exact' as const, coarsened: true }
    const words = { name: `Ditta ${canary}`, description: text(`Su ${canary}`), internalNotes: innerCanary(place) }
    const { status, visibility } = inState[state]
    const actor = anActor({ ...words, ...point, visibility })
    const saved = only(await saveActors(systemViewer, [{ territoryId: curatorOf(place), status, actor }]))
    return state === 'archived' ? archiveActor(systemViewer, saved) : saved
  }
  const plantWith =
    (kind: 'actor' | 'relation' | 'practice', make: Make) =>
    async (place: Place, state: State): Promise<Planted> => {
      const canary = `zz${kind}${place}${state}${newId().slice(-6)}`
      const { id, slug, version } = await make(place, state, canary)
      return { id, slug, version, canary, place, state, kind, file: await plantFile(kind, id, canary) }
    }
  const plantActor = plantWith('actor', newActor)
  const actors = await eachState(plantActor)

  const newRelation: Make = async (place, state, canary) => {
    const parties = [party(actors[place].public), { ...abroad, placeName: `Luogo ${canary}` }]
    const { status, visibility } = inState[state]
    const words = { title: text(`Patto ${canary}`), internalNotes: innerCanary(place) }
    const relation = aRelation({ parties, ...words, visibility })
    const saved = only(await saveRelations(systemViewer, [{ territoryId: curatorOf(place), status, relation }]))
    return state === 'archived' ? archiveRelation(systemViewer, saved) : saved
  }
  const plantRelation = plantWith('relation', newRelation)
  const relations = await eachState(plantRelation)

  const newPractice: Make = async (place, state, canary) => {
    const { status, visibility } = inState[state]
    const words = { title: text(`Pratica ${canary}`), detail: text(`Su ${canary}`), internalNotes: innerCanary(place) }
    const links = { inChargeId: actors[place].public.id, relations: [relations[place].public.id] }
    const practice = aPractice({ ...words, ...links, keywords: [canary], visibility })
    const saved = only(await savePractices(systemViewer, [{ territoryId: curatorOf(place), status, practice }]))
    return state === 'archived' ? archivePractice(systemViewer, saved) : saved
  }
  const plantPractice = plantWith('practice', newPractice)
  const practices = await eachState(plantPractice)
  const offered = { ...(await plantPractice('other', 'submitted')), readers: 'RCA' }
  await db.practiceOffer.create({ data: { practiceId: offered.id, groupId: groups.own.id } })
  const rounds = await plantRounds(groups, practices)
  const judgements = {
    own: await plantJudged('own', groups.own, practices.own.public),
    other: await plantJudged('other', groups.other, practices.other.public),
  }
  await plantTransfers(own.id, practices.other, innerCanary('own'))
  await plantTransfers(other.id, practices.own, innerCanary('other'))

  const newPerson = async (place: Place) => {
    const hidden = { email: `${innerCanary(place)}@example.eu`, phone: innerCanary(place) }
    await givenPublicPerson(actors[place].public.id, { name: 'Persona visibile', ...hidden })
    return givenPerson(actors[place].public.id, { name: innerCanary(place), ...hidden })
  }
  const persons = { own: await newPerson('own'), other: await newPerson('other'), commons: await newPerson('commons') }

  const newRequest = async (place: Place) => {
    const sender = { name: 'Zoe', email: `zoe.${place}@example.eu`, locale: 'it', message: 'What do you hold?' }
    const { id } = await db.dataRequest.create({
      data: { id: newId(), kind: 'access', territoryId: curatorOf(place), ...sender, state: 'open', dueOn: new Date() },
    })
    return id
  }
  const requests = {
    own: await newRequest('own'),
    other: await newRequest('other'),
    commons: await newRequest('commons'),
  }
  const propose = async (place: Place, word = 'nuova') => {
    const { id: recordId, version } = await plantActor(place, 'public')
    const actor = anActor({ name: `Ditta ${word}`, description: text(word) })
    await saveActors(systemViewer, [{ id: recordId, version, actor }], { proposal: true })
    const { id } = await db.revision.findFirstOrThrow({ where: { recordId, state: 'pending' } })
    return { id, recordId, version }
  }
  const planted = (place: Place) => propose(place, pendingCanary(place))
  const proposals = { own: await planted('own'), other: await planted('other'), commons: await planted('commons') }

  const waiting = async (place: Place) => {
    const { id } = await plantActor(place, 'public')
    const file = await plantFile('actor', id, pendingCanary(place))
    await db.attachment.update({ where: { id: file.id }, data: { pending: true } })
    return file
  }
  const files = { own: await waiting('own'), other: await waiting('other'), commons: await waiting('commons') }

  for (const place of places)
    await db.auditEntry.create({ data: { action: 'save', territoryId: curatorOf(place), fields: [logCanary(place)] } })

  const shadow = aRelation({ parties: [party(actors.own.draft), abroad], title: text('Patto zzshadowed') })
  const published = { territoryId: own.id, status: 'published' as const, relation: shadow }
  const shadowed = only(await saveRelations(systemViewer, [published]))
  return {
    territoryOf,
    groupId: groups.own.id,
    groups,
    rounds,
    judgements,
    actors,
    relations,
    practices,
    offered,
    persons,
    requests,
    ...{ proposals, propose, files, waiting },
    fresh: (kind, place, state) =>
      ({ actor: plantActor, relation: plantRelation, practice: plantPractice })[kind](place, state),
    planted: [
      ...[actors, relations, practices].flatMap((kind) =>
        Object.values(kind).flatMap((inPlace) => Object.values(inPlace)),
      ),
      offered,
      // Published, but one of its parties is not: its own territory sees it, nobody else does.
      {
        ...{ ...shadowed, canary: 'zzshadowed', place: 'own', state: 'territory', kind: 'relation' },
        file: await plantFile('relation', shadowed.id, 'zzshadowed'),
      },
    ],
  }
}
