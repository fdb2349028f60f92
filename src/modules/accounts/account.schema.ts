import { z } from 'zod'
import { idSchema } from '@/core/id'
import { locales } from '@/core/localized'
import { emailAddress, line } from '@/core/text'
import { lengthOf } from '@/core/text-length'

// Any characters, also spaces: only what cannot be stored or would make hashing costly is refused.
const password = z
  .string({ error: 'required' })
  .min(1, { error: 'required' })
  .refine((text) => !/\p{Cs}|\0/u.test(text), { error: 'notText', abort: true })
  .refine((text) => lengthOf(text) <= 128, { error: 'tooLong', params: { max: 128 } })

/** What the sign-in form says. `callbackUrl` is only ever followed within this site. */
export const signInSchema = z.strictObject({
  email: emailAddress,
  password,
  callbackUrl: z.string().max(2000).optional(),
})
export type SignIn = z.output<typeof signInSchema>

export const newPassword = password.refine((text) => lengthOf(text) >= 12, { error: 'tooShort', params: { min: 12 } })

export const membershipSchema = z
  .strictObject({
    role: z.enum(['reviewer', 'editor', 'coordinator', 'admin'], { error: 'choose' }),
    territoryId: idSchema.nullable().default(null),
    groupId: idSchema.nullable().default(null),
  })
  // A role holds for exactly what it is about: a group, a territory, or everything.
  .refine(
    ({ role, territoryId, groupId }) =>
      (groupId !== null) === (role === 'reviewer') &&
      (territoryId !== null) === (role === 'editor' || role === 'coordinator'),
    { error: 'invalid' },
  )

export const newUserSchema = z.strictObject({
  email: emailAddress,
  name: line(120),
  /** Absent: the person chooses one by a link. */
  password: newPassword.optional(),
  locale: z.enum(locales).default('en'),
  organisationId: idSchema.optional(),
  demo: z.boolean().default(false),
  memberships: z.array(membershipSchema).max(50).default([]),
})
export type NewUser = z.output<typeof newUserSchema>

/** What a mailed link may open: a new password, or the door itself. */
export const linkKinds = ['reset', 'sign-in'] as const
export type LinkKind = (typeof linkKinds)[number]
export const linkMinutes = 30
/** What the token of such a link is for. */
export const purposeOf = (kind: LinkKind) => `accounts.${kind}` as const

const linkKind = z.enum(linkKinds, { error: 'choose' })
export const askedLinkSchema = z.strictObject({
  kind: linkKind,
  email: emailAddress,
  /** Where the link leads in the end; only ever followed within this site. */
  callbackUrl: z.string().max(2000).optional(),
})

/** What the token of such a link says: the path it leads to, if it was asked for on the way somewhere. */
export const linkSubjectSchema = z.object({ to: z.string().optional() })

/** What the button behind a mailed link sends. */
export const linkSchema = z.strictObject({ token: z.string().max(2000) })

export const renewedLinkSchema = linkSchema.extend({ kind: linkKind })

/** The page behind a link that lets somebody choose a password. */
export const choosePasswordSchema = linkSchema.extend({ password: newPassword })
export type ChoosePassword = z.output<typeof choosePasswordSchema>

/** A role as the account menu shows it: `Editor, Reggio Emilia`. */
export const heldRoleSchema = z.strictObject({
  role: z.enum(['reviewer', 'editor', 'coordinator', 'admin']),
  territory: z.string().nullable(),
})
export type HeldRole = z.output<typeof heldRoleSchema>
