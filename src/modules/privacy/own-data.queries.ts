import { type OwnData, ownDataSchema } from '@/modules/privacy/own-data.schema'
import { db } from '@/platform/db'
import { findTraces, type Trace } from '@/platform/traces'

const ofActor = {
  select: {
    slug: true,
    status: true,
    visibility: true,
    names: { where: { kind: 'label', isOriginal: true }, select: { value: true } },
  },
} as const

/** Everything that is held about an address. Whoever asks has shown that it is theirs, or answers a request of its owner. */
export async function findOwnData(email: string): Promise<OwnData> {
  const persons = await db.person.findMany({
    where: { email: { equals: email, mode: 'insensitive' } },
    include: { actor: ofActor },
    orderBy: { createdAt: 'asc' },
  })
  const inOrder = { orderBy: { createdAt: 'asc' } } as const
  const [users, suggestions, requests, mails, deeds, traces] = await Promise.all([
    db.user.count({ where: { email } }),
    db.suggestion.findMany({ where: { email }, ...inOrder }),
    db.dataRequest.findMany({ where: { email }, ...inOrder }),
    db.outboxMail.findMany({ where: { recipient: { equals: email, mode: 'insensitive' } }, ...inOrder }),
    db.auditEntry.findMany({ where: { recordId: { in: persons.map(({ id }) => id) } }, orderBy: { id: 'asc' } }),
    tracesOf(email, persons),
  ])
  return ownDataSchema.parse({
    email,
    persons: persons.map(({ actor, ...person }) => ({
      ...person,
      actor: {
        name: actor.names[0]?.value ?? '',
        slug: actor.status === 'published' && actor.visibility === 'public' ? actor.slug : null,
      },
      deeds: deeds.filter(({ recordId }) => recordId === person.id),
    })),
    hasAccount: users > 0,
    ...{ suggestions, requests, mails, traces },
  })
}

const places = {
  revision: 'versions',
  merge: 'versions',
  bulk_deed: 'versions',
  form_draft: 'drafts',
  import_row: 'imports',
  import_batch: 'imports',
} as const
// Listed on their own.
const listed = new Set(['outbox_mail', 'mailed_token', 'suggestion'])
const contents = new Set([
  'actor',
  'actor_name',
  'relation',
  'relation_party',
  'practice',
  'plan',
  'activity',
  'territory',
])

function placeOf(table: string): OwnData['traces'][number]['where'] {
  const isPlace = (name: string): name is keyof typeof places => Object.hasOwn(places, name)
  if (isPlace(table)) return places[table]
  return contents.has(table) ? 'texts' : 'other'
}

/** Counts of rows with the address anywhere, and with the name where it can only mean this person. */
async function tracesOf(email: string, persons: readonly { name: string; actorId: string }[]) {
  const own = new Set(persons.map(({ actorId }) => actorId))
  const [byEmail, byName] = await Promise.all([
    findTraces(db, [email]),
    persons.length === 0
      ? []
      : findTraces(
          db,
          persons.map(({ name }) => name),
        ),
  ])
  const found = new Map<string, Trace>()
  for (const trace of [...byEmail, ...byName.filter(({ recordId }) => recordId !== null && own.has(recordId))])
    if (!listed.has(trace.table)) found.set(`${trace.table} ${trace.id ?? trace.recordId ?? ''}`, trace)
  const counts = new Map<OwnData['traces'][number]['where'], number>()
  for (const { table } of found.values()) counts.set(placeOf(table), (counts.get(placeOf(table)) ?? 0) + 1)
  return [...counts].map(([where, count]) => ({ where, count }))
}
