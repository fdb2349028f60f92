import { z } from 'zod'
import { idSchema } from '@/core/id'
import { decodeKey, type PageKey } from '@/core/page'
import { line } from '@/core/text'
import { roleChoiceSchema } from '@/modules/accounts/invitation.schema'

export const userRoles = ['reviewer', 'editor', 'coordinator', 'admin'] as const
export const userStates = ['active', 'disabled'] as const

/** What a list of users is asked; what means nothing is left out. */
export type UserFilter = {
  q: string
  role: (typeof userRoles)[number] | null
  state: (typeof userStates)[number] | null
  territory: string | null
  after: PageKey | null
}

const filterSchema = z.object({
  q: line(200).catch(''),
  role: z.enum(userRoles).nullable().catch(null),
  state: z.enum(userStates).nullable().catch(null),
  territory: idSchema.nullable().catch(null),
})

export function userFilterOf(query: URLSearchParams): UserFilter {
  const after = decodeKey(query.get('after') ?? '')
  const isKey = after?.length === 2 && after.every((part) => typeof part === 'string')
  const asked = Object.fromEntries(['q', 'role', 'state', 'territory'].map((key) => [key, query.get(key)]))
  return { ...filterSchema.parse(asked), after: isKey && idSchema.safeParse(after[1]).success ? after : null }
}

export const userIdSchema = z.strictObject({ userId: idSchema })
export const givenRoleSchema = z.strictObject({ userId: idSchema, as: roleChoiceSchema })
export const takenRoleSchema = z.strictObject({ userId: idSchema, membershipId: idSchema })
