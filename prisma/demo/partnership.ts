import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { countryCode } from '@/core/country'
import { sourceSchema } from '@/core/curated'
import { languageCode, locales, localized } from '@/core/localized'
import { emailAddress, line } from '@/core/text'
import { outcomeFormSchema, workshopFormSchema } from '@/modules/adoption/transfer-form.schema'
import { type NewActor, newActorSchema } from '@/modules/actors/actor.schema'
import { type NewPractice, newPracticeSchema } from '@/modules/practices/practice.schema'
import { type NewRelation, newRelationSchema } from '@/modules/relations/relation.schema'
import { partyRole, territoryLevel } from '@/modules/taxonomy/taxonomy.schema'
import { policyInstrument } from '@/modules/territories/territory.schema'

const key = z.string().regex(/^[a-z0-9-]+$/)

const territoryEntry = z.strictObject({
  slug: key,
  name: localized(200),
  level: territoryLevel,
  nutsCode: z.string(),
  nutsVersion: z.literal('2021'),
  country: countryCode,
  parent: key.optional(),
  timeZone: z.string(),
  languages: z.array(languageCode).min(1),
  organisation: key,
  description: localized(5000),
  instruments: z.array(policyInstrument).default([]),
  source: sourceSchema,
})

// What the actor and relation schemas check, they check: here only the keys that stand for ids are read.
const actorEntry = z.strictObject({
  key,
  territory: key.nullable(),
  successor: key.optional(),
  actor: z.record(z.string(), z.unknown()),
})

const party = z.union([
  z.strictObject({ actor: key, role: partyRole }),
  // `place` is for the reader of the file; the gazetteer id is what counts.
  z.strictObject({ placeId: z.number().int(), place: z.string(), role: partyRole }),
  z.strictObject({ country: countryCode, placeName: z.string(), role: partyRole }),
])

const relationEntry = z.strictObject({
  key,
  territory: key.nullable(),
  relation: z.looseObject({ parties: z.array(party), holder: key.optional() }),
})

// A member with a name is invented and has no way to sign in; without one it is a demonstration account.
const memberEntry = z.strictObject({
  email: emailAddress,
  name: line(120).optional(),
  locale: z.enum(locales).optional(),
  standsFor: key,
  since: z.iso.date().optional(),
  until: z.iso.date().optional(),
})

// Day and hours are those of the territory; those who came are named by their address.
const meetingEntry = z.strictObject({
  day: z.iso.date(),
  from: z.string(),
  to: z.string(),
  place: z.string(),
  language: languageCode,
  agenda: z.string(),
  minutes: z.string().optional(),
  present: z.array(emailAddress).default([]),
  excused: z.array(emailAddress).default([]),
  decisions: z.array(z.strictObject({ text: z.string(), decidedOn: z.iso.date() })).default([]),
})

// Reviewers are named by their address; a round with a day it closed on is over, its marks invented like its members.
const roundEntry = z.strictObject({
  language: languageCode,
  title: z.string(),
  introduction: z.string(),
  practices: z.array(key).min(1),
  closedDaysAgo: z.number().int().positive().optional(),
  openForDays: z.number().int().positive().optional(),
  reviews: z
    .array(
      z.strictObject({
        practice: key,
        reviewer: emailAddress,
        marks: z.tuple([z.number(), z.number(), z.number(), z.number(), z.number()]),
        recommendation: z.enum(['publish', 'revise', 'decline']),
        comments: z.record(z.string(), z.string()).default({}),
      }),
    )
    .default([]),
  answers: z
    .array(
      z.strictObject({
        practice: key,
        subject: z.string(),
        state: z.string(),
        language: languageCode,
        text: z.string(),
      }),
    )
    .default([]),
  published: z.array(key).default([]),
})

const groupEntry = z.strictObject({
  key,
  territory: key,
  name: localized(200),
  isShown: z.boolean(),
  members: z.array(memberEntry),
  meetings: z.array(meetingEntry),
  rounds: z.array(roundEntry).default([]),
})

const practiceEntry = z.strictObject({
  key,
  territory: key,
  status: z.enum(['draft', 'submitted', 'published']),
  inCharge: key.optional(),
  actors: z.array(key).default([]),
  relations: z.array(key).default([]),
  practice: z.record(z.string(), z.unknown()),
})

// One deed each: a workshop, or an outcome. What its forms check, they check.
const transferEntry = z.strictObject({
  practice: key,
  territory: key,
  relations: z.array(key),
  workshop: z.record(z.string(), z.unknown()).optional(),
  outcome: z.record(z.string(), z.unknown()).optional(),
})

const accountEntry = z.strictObject({
  role: z.enum(['admin', 'coordinator', 'editor', 'reviewer']),
  email: emailAddress,
  name: line(120),
  locale: z.enum(locales),
  territory: key.optional(),
  group: key.optional(),
  organisation: key.optional(),
})

type ActorEntry = z.output<typeof actorEntry>
export type RelationEntry = z.output<typeof relationEntry>
export type GroupEntry = z.output<typeof groupEntry>
export type RoundEntry = z.output<typeof roundEntry>
type PracticeEntry = z.output<typeof practiceEntry>
type TransferEntry = z.output<typeof transferEntry>
export type AccountEntry = z.output<typeof accountEntry>

/** The demonstration partnership as its files say it; `folder` holds them. Throws when a file is not of their form. */
export function readPartnership(folder = 'prisma/demo') {
  const read = <Shape extends z.ZodType>(file: string, shape: Shape) =>
    z.array(shape).parse(JSON.parse(readFileSync(join(folder, file), 'utf8')))
  const readAll = <Shape extends z.ZodType>(name: string, shape: Shape) =>
    readdirSync(join(folder, name))
      .sort()
      .flatMap((file) => read(join(name, file), shape))
  return {
    territories: read('territories.json', territoryEntry),
    actors: readAll('actors', actorEntry),
    relations: readAll('relations', relationEntry),
    practices: read('practices.json', practiceEntry),
    transfers: read('transfers.json', transferEntry),
    groups: read('groups.json', groupEntry),
    accounts: read('accounts.json', accountEntry),
  }
}

export type Partnership = ReturnType<typeof readPartnership>

/** Id behind a key. Throws when no entry has it. */
export function idOf(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name)
  if (id === undefined) throw new Error(`prisma/demo: nothing has the key "${name}"`)
  return id
}

/** An actor entry as what a form would send. `ids` maps the keys of actors. Throws with the key when it is not legal. */
export function actorOf(entry: ActorEntry, ids: ReadonlyMap<string, string>): NewActor {
  const successor = entry.successor === undefined ? {} : { successorId: idOf(ids, entry.successor) }
  return legal(entry.key, newActorSchema.safeParse({ ...entry.actor, ...successor }))
}

/** A relation entry as what a form would send, likewise. */
export function relationOf(entry: RelationEntry, ids: ReadonlyMap<string, string>): NewRelation {
  const { parties, holder, ...content } = entry.relation
  return legal(
    entry.key,
    newRelationSchema.safeParse({
      ...content,
      ...(holder === undefined ? {} : { holderId: idOf(ids, holder) }),
      parties: parties.map((end) => {
        if ('actor' in end) return { actorId: idOf(ids, end.actor), role: end.role }
        return 'placeId' in end ? { placeId: end.placeId, role: end.role } : end
      }),
    }),
  )
}

/** How the ids of relations are called beside those of actors, which may have the same key. */
export const relationKey = (name: string): string => `relation ${name}`

/** A practice entry as what a form would send. `ids` maps the keys of actors, and of relations by `relationKey`. */
export function practiceOf(entry: PracticeEntry, ids: ReadonlyMap<string, string>): NewPractice {
  const inCharge = entry.inCharge === undefined ? {} : { inChargeId: idOf(ids, entry.inCharge) }
  return legal(
    entry.key,
    newPracticeSchema.safeParse({
      ...entry.practice,
      ...inCharge,
      actors: entry.actors.map((name) => idOf(ids, name)),
      relations: entry.relations.map((name) => idOf(ids, relationKey(name))),
    }),
  )
}

/** How the ids of practices are called beside those of actors and relations. */
export const practiceKey = (name: string): string => `practice ${name}`

/** A transfer entry as what its form would send. `ids` maps the keys of territories, practices and relations. */
export function transferOf(
  { practice, territory, relations, ...said }: TransferEntry,
  ids: ReadonlyMap<string, string>,
) {
  const at = {
    ...{ practiceId: idOf(ids, practiceKey(practice)), territoryId: idOf(ids, territory) },
    relations: relations.map((name) => idOf(ids, relationKey(name))),
    language: 'en',
  }
  const name = `${practice} in ${territory}`
  return said.outcome === undefined
    ? { workshop: legal(name, workshopFormSchema.safeParse({ ...at, ...said.workshop })) }
    : { outcome: legal(name, outcomeFormSchema.safeParse({ ...at, ...said.outcome })) }
}

function legal<Content>(name: string, result: z.ZodSafeParseResult<Content>): Content {
  if (result.success) return result.data
  throw new Error(`prisma/demo, "${name}":\n${z.prettifyError(result.error)}`)
}
