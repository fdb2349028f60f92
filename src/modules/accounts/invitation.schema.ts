import { z } from 'zod'
import { locales } from '@/core/localized'
import { emailAddress, line } from '@/core/text'
import { idSchema } from '@/core/id'
import { linkSchema, membershipSchema, newPassword } from '@/modules/accounts/account.schema'
import type { Membership } from '@/core/viewer'

/** How long an invitation waits (6-quality, Security values). */
export const invitationDays = 7
/** What the token of an invitation is for. */
export const invitationPurpose = 'accounts.invitation'

/** A role with what it is for as one choice of a list: `editor:<territory>`, `reviewer:<group>`, `admin`. */
export const choiceOfRole = ({ role, territoryId, groupId }: Membership): string =>
  [role, territoryId ?? groupId].filter((part) => part !== null).join(':')

export const roleChoiceSchema = z.string({ error: 'choose' }).transform((text, context): Membership => {
  const [role, scope = null, ...rest] = text.split(':')
  const isGroup = role === 'reviewer'
  const chosen = { role, territoryId: isGroup ? null : scope, groupId: isGroup ? scope : null }
  const { data } = membershipSchema.safeParse(rest.length === 0 ? chosen : null)
  if (data !== undefined) return data
  context.addIssue({ code: 'custom', message: 'choose' })
  return z.NEVER
})

/** The form of whoever invites: to whom, as what, in which language the mail is written. */
export const newInvitationSchema = z.strictObject({
  email: emailAddress,
  as: roleChoiceSchema,
  locale: z.enum(locales, { error: 'choose' }),
})
export type NewInvitation = z.output<typeof newInvitationSchema>

/** For whom somebody invited to a group stands there, and the first and last day of the term. */
export type Seat = { standsForId?: string | undefined; since?: string | undefined; until?: string | undefined }

/** A seat as the columns of an invitation or a member; what is not said is empty. */
export const seatColumns = ({ standsForId, since, until }: Seat) => ({
  standsForId: standsForId ?? null,
  since: since === undefined ? null : new Date(since),
  until: until === undefined ? null : new Date(until),
})

export const invitationIdSchema = z.strictObject({ id: idSchema })

/** Whoever accepts without an account says a name, and a password or none: then links by mail open the door. */
export const acceptSchema = linkSchema.extend({ name: line(120), password: newPassword.optional() })
export type Acceptance = z.output<typeof acceptSchema>

export const heldSubjectSchema = z.object({ invitationId: idSchema })
