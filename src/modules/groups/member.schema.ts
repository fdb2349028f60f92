import { z } from 'zod'
import { isoDay } from '@/core/blank'
import { comboChoice } from '@/core/combo-choice'
import { dayFrom } from '@/core/day-field'
import { idSchema } from '@/core/id'
import { locales } from '@/core/localized'
import { emailAddress } from '@/core/text'
import type { Organisation } from '@/modules/groups/group.schema'

const day = dayFrom('1900-01-01')
const typed = z.string().max(500).optional()

const seat = {
  /** What the combobox sent. */
  standsFor: z.string().max(100).optional(),
  standsForText: typed,
  standsForFor: typed,
  since: day.optional(),
  until: day.optional(),
}
type SentSeat = z.output<z.ZodObject<typeof seat>>

function requireSeat(sent: SentSeat, context: z.core.$RefinementCtx<unknown>): void {
  const { value, text } = choiceOf(sent)
  if (text !== undefined && !idSchema.safeParse(value).success)
    context.addIssue({ code: 'custom', path: ['standsFor'], message: 'unknown' })
  if (sent.since !== undefined && sent.until !== undefined && sent.until < sent.since)
    context.addIssue({ code: 'custom', path: ['until'], message: 'endBeforeStart', params: { start: sent.since } })
}

const choiceOf = (sent: SentSeat) =>
  comboChoice({ value: sent.standsFor, text: sent.standsForText, label: sent.standsForFor })

const seated = <Form extends SentSeat>({ standsFor, standsForText, standsForFor, since, until, ...rest }: Form) => ({
  ...rest,
  seat: { standsForId: choiceOf({ standsFor, standsForText, standsForFor }).value, since, until },
})

/** Whom to invite into a group, for whom they will stand, and for how long. */
export const newMemberSchema = z
  .strictObject({ groupId: idSchema, email: emailAddress, locale: z.enum(locales, { error: 'choose' }), ...seat })
  .superRefine(requireSeat)
  .transform(seated)
export type NewMember = z.output<typeof newMemberSchema>

/** For whom a member stands, and for how long. */
export const memberFormSchema = z
  .strictObject({ groupId: idSchema, userId: idSchema, ...seat })
  .superRefine(requireSeat)
  .transform(seated)
export type MemberForm = z.output<typeof memberFormSchema>

export const memberIdSchema = z.strictObject({ groupId: idSchema, userId: idSchema })
export type MemberId = z.output<typeof memberIdSchema>

type Term = 'serves' | 'later' | 'over'

/** Where a term stands on a day of the territory; first and last day belong to it. As `term_holds` of the database. */
export function termOf(seat: { since: Date | null; until: Date | null }, today: string): Term {
  if (seat.until !== null && isoDay(seat.until) < today) return 'over'
  return seat.since !== null && isoDay(seat.since) > today ? 'later' : 'serves'
}

/** A member as the group sees it. */
export type Member = {
  userId: string
  name: string
  /** For whoever answers for the account only. */
  email: string | null
  standsForId: string | null
  /** Null where there is none, or where this reader may not see it. */
  standsFor: Organisation | null
  since: Date | null
  until: Date | null
  term: Term
}

/** Somebody who was invited and has not answered. */
export type InvitedMember = { id: string; email: string; standsFor: Organisation | null; expiresAt: Date }

/** What the form of a member begins with. */
export const memberToForm = ({ standsForId, standsFor, since, until }: Member) => ({
  ...(standsForId !== null &&
    standsFor !== null && { standsFor: standsForId, standsForText: standsFor.name, standsForFor: standsFor.name }),
  ...(since !== null && { since: isoDay(since) }),
  ...(until !== null && { until: isoDay(until) }),
})
