import { z } from 'zod'
import { idSchema } from '@/core/id'
import { inLanguage, languageCode, localized, locales } from '@/core/localized'
import { whole } from '@/core/number'
import { line, paragraphs } from '@/core/text'
import { actorKind, type ActorKind } from '@/modules/taxonomy/taxonomy.schema'

/** The name of a group, in the languages somebody wrote it in. */
export const groupNameSchema = localized(200)

const version = whole(1, 2 ** 31 - 1)
const checked = z
  .literal('on')
  .optional()
  .transform((on) => on === 'on')

const facts = {
  original: languageCode,
  name: z.partialRecord(z.enum(locales), line(200)).default({}),
  isShown: checked,
}
type Facts = { original: string; name: Partial<Record<string, string>> }

function requireName({ name, original }: Facts, context: z.core.$RefinementCtx<unknown>): void {
  if (name[original] === undefined)
    context.addIssue({ code: 'custom', path: [`name.${original}`], message: 'required' })
}

const named = <Form extends Facts>({ name, original, ...rest }: Form) => ({
  ...rest,
  name: groupNameSchema.parse({
    original,
    texts: Object.fromEntries(Object.entries(name).map(([language, value]) => [language, { value, machine: false }])),
  }),
})

/** The form of a new group. */
export const newGroupSchema = z
  .strictObject({ territoryId: idSchema, ...facts })
  .superRefine(requireName)
  .transform(named)
export type NewGroup = z.output<typeof newGroupSchema>

/** The form of a group that is there. */
export const groupFormSchema = z
  .strictObject({ id: idSchema, version, ...facts })
  .superRefine(requireName)
  .transform(named)
export type GroupForm = z.output<typeof groupFormSchema>

/** Why a group is over. */
export const archiveGroupSchema = z.strictObject({ id: idSchema, version, reason: paragraphs(1000) })
export type ArchiveGroup = z.output<typeof archiveGroupSchema>

export const restoreGroupSchema = z.strictObject({ id: idSchema, version })
export type RestoreGroup = z.output<typeof restoreGroupSchema>

/** An organisation a member stands for; `null` in place of it where the reader may not see it. */
export type Organisation = { slug: string; name: string; kind: ActorKind }

export const groupSummarySchema = z.object({
  id: idSchema,
  slug: z.string(),
  name: groupNameSchema,
  isShown: z.boolean(),
  demo: z.boolean(),
  version: z.number().int(),
  /** Null while the group works. */
  archivedAt: z.date().nullable(),
  archiveReason: z.string().nullable(),
  territory: z.object({
    id: idSchema,
    slug: z.string(),
    name: localized(200),
    timeZone: z.string(),
    languages: z.array(z.string()),
  }),
})
export type GroupSummary = z.output<typeof groupSummarySchema>

/** A group in a list: with the number of its members now, and its next meeting. */
export type GroupRow = GroupSummary & { members: number; next: { id: string; startsAt: Date } | null }

/** What everybody may see of a group: that it is there, and how many organisations of each kind stand in it. */
export const shownGroupSchema = z.object({
  name: groupNameSchema,
  kinds: z.array(z.object({ kind: actorKind, count: z.number().int() })),
})
export type ShownGroup = z.output<typeof shownGroupSchema>

/** The name of a group as a form shows it. */
export const groupToForm = ({ name, isShown }: Pick<GroupSummary, 'name' | 'isShown'>) => ({
  original: name.original,
  name: Object.fromEntries(Object.entries(name.texts).map(([language, { value }]) => [language, value])),
  ...(isShown && { isShown: 'on' }),
})

export const nameOfGroup = (group: Pick<GroupSummary, 'name'>, locale: string) => inLanguage(group.name, locale)
