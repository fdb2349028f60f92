import { newId } from '@/core/id'
import { groupNameSchema } from '@/modules/groups/group.schema'
import { db } from '@/platform/db'
import type { Door } from '../door'
import type { GroupPlace, World } from '../world'

const people = '0XRECA'
const path = (place: GroupPlace, rest = '') => `/it/desk/group/gruppo-${place}${rest}`

/** A page of a group: in the own territory for `may`, in another one for administrators alone, and nobody else knows of it. */
const page = (
  rest: string,
  may: string,
  at: (world: World, place: GroupPlace) => string = (_, place) => path(place, rest),
): Door[] =>
  (['own', 'other'] as const).map((place) => ({
    door: `page /[locale]/desk/group/[slug]${rest}`,
    case: `${place} territory`,
    may: place === 'own' ? may : 'A',
    ...(place === 'other' && { unseenBy: 'REC' }),
    who: people,
    at: (world) => at(world, place),
  }))

/** A deed on a group: for whoever keeps it. Who may not read it is told that it is not there. */
const deed = (
  name: string,
  sends: (group: World['groups'][GroupPlace], world: World) => Record<string, string> | Promise<Record<string, string>>,
): Door[] =>
  (['own', 'other'] as const).map((place) => ({
    door: `action groups/${name}`,
    case: `${place} territory`,
    may: place === 'own' ? 'CA' : 'A',
    unseenBy: place === 'own' ? '0X' : '0XREC',
    who: people,
    sends: (world) => sends(world.groups[place], world),
  }))

/** A member made for one knock. */
async function memberOf(groupId: string): Promise<string> {
  const id = newId()
  const membership = { id: newId(), role: 'reviewer' as const, groupId }
  await db.user.create({
    data: { id, email: `zzmember${id}@example.eu`, name: 'Somebody', memberships: { create: membership } },
  })
  return id
}

const makes = (place: GroupPlace): Door => ({
  door: 'action groups/group.actions#sendNewGroup',
  case: `${place} territory`,
  may: place === 'own' ? 'CA' : 'A',
  who: people,
  sends: ({ territoryOf }) => ({ territoryId: territoryOf[place]?.id ?? '', original: 'it', 'name.it': 'Nuovo' }),
})

export const doors: readonly Door[] = [
  { door: 'page /[locale]/desk/group', may: 'RECA', who: people },
  { door: 'page /[locale]/desk/group/new', may: 'CA', who: people },
  ...page('', 'RECA'),
  ...page('/settings', 'CA'),
  ...page('/members/new', 'CA'),
  ...page('/members/[id]', 'CA', ({ groups }, place) => path(place, `/members/${groups[place].memberId}`)),
  makes('own'),
  makes('other'),
  ...deed('group.actions#sendGroup', async ({ id }) => {
    // As it is: its name betrays whoever reads it.
    const { version, name } = await db.group.findUniqueOrThrow({ where: { id } })
    const { original, texts } = groupNameSchema.parse(name)
    return { id, version: String(version), original, 'name.it': texts.it?.value ?? '' }
  }),
  ...deed('group.actions#sendNewMember', ({ id }) => ({
    ...{ groupId: id, locale: 'it', email: `zzinvited${newId()}@example.eu` },
  })),
  ...deed('group.actions#sendMember', async ({ id }) => ({ groupId: id, userId: await memberOf(id) })),
  ...deed('group.actions#removeMemberHere', async ({ id }) => ({ groupId: id, userId: await memberOf(id) })),
]
