import { z } from 'zod'
import { isoDay } from '@/core/blank'
import type { FormFields } from '@/core/form-fields'
import { formFields, textAt } from '@/core/form-values'
import { idSchema } from '@/core/id'
import { localizedOfForm, localizedField, problemAt } from '@/core/localized-form'
import { localized } from '@/core/localized'
import { locales } from '@/core/locales'
import { emailAddress, line, phoneNumber } from '@/core/text'
import { legalBases, publicationBases } from '@/modules/persons/choices.schema'

export { legalBases, publicationBases } from '@/modules/persons/choices.schema'

const personFields = {
  name: line(120),
  role: localized(120).optional(),
  email: emailAddress.optional(),
  phone: phoneNumber.optional(),
  legalBasis: z.enum(legalBases, { error: 'choose' }),
  publicationBasis: z.enum(publicationBases, { error: 'choose' }).optional(),
  /** In words the person reads in the notice. */
  source: line(300),
  /** The language the person is written to in. */
  locale: z.enum(locales, { error: 'choose' }),
  retainUntil: z.iso.date({ error: 'badDate' }),
}

/** A person to write to at an actor, apart from its role mailbox. */
export const newPersonSchema = z
  .strictObject(personFields)
  .refine((said) => said.publicationBasis === undefined || said.email !== undefined, {
    error: 'emailToPublish',
    path: ['email'],
  })
export type NewPerson = z.output<typeof newPersonSchema>

const version = z
  .string()
  .regex(/^\d{1,9}$/, { error: 'unknown' })
  .transform(Number)
const which = z.object({
  actorId: idSchema,
  /** Absent = a new entry. */
  id: idSchema.optional(),
  version: version.optional(),
})

/** The form of a contact person: which entry, and what it says. */
export type PersonForm = z.output<typeof which> & { person: NewPerson }

/** A form of a contact person (`fieldsOf`) → its content. Problems stand at the names of its controls. */
export const personFormSchema = z.custom<FormFields>().transform((fields, context): PersonForm => {
  const { actorId: _actor, id: _id, version: _version, role: said, ...rest } = fields
  const language = textAt(fields, 'locale')
  const role = localizedOfForm(said, language)
  const at = which.safeParse(fields)
  const person = newPersonSchema.safeParse({ ...rest, ...(role !== undefined && { role }) })
  for (const issue of [...(at.error?.issues ?? []), ...(person.error?.issues ?? [])]) {
    const [first, ...further] = issue.path.map(String)
    if (issue.code === 'unrecognized_keys') context.issues.push({ ...issue, input: undefined })
    else
      context.issues.push(
        problemAt(issue, first === 'role' ? localizedField('role', further, fields, language) : (first ?? '')),
      )
  }
  return at.success && person.success ? { ...at.data, person: person.data } : z.NEVER
})

/** An entry → the values of its form. */
export const personToForm = (person: PersonEntry): FormFields => {
  const { actorId, id, version: seen, retainUntil, noticeSentOn: _sent, objectedAt: _objected, ...said } = person
  return formFields({ ...said, actorId, id, version: seen, retainUntil: isoDay(retainUntil) })
}

export const removePersonSchema = z.strictObject({
  actorId: idSchema,
  id: idSchema,
  version,
})

const role = localized(120).nullable()

/** What everybody may see of a contact person. */
export const publicPersonSchema = z.object({ id: idSchema, name: z.string(), role })
export type PublicPerson = z.output<typeof publicPersonSchema>

/** What those who curate the actor see of a contact person. */
export const personEntrySchema = publicPersonSchema.extend({
  actorId: idSchema,
  email: z.string().nullable(),
  phone: z.string().nullable(),
  legalBasis: z.enum(legalBases),
  publicationBasis: z.enum(publicationBases).nullable(),
  source: z.string().nullable(),
  locale: z.enum(locales),
  noticeSentOn: z.date().nullable(),
  objectedAt: z.date().nullable(),
  retainUntil: z.date(),
  version: z.number().int(),
})
export type PersonEntry = z.output<typeof personEntrySchema>

/** Where an entry stands on its way to the public page. */
export const personStateOf = (
  person: Pick<PersonEntry, 'publicationBasis' | 'noticeSentOn' | 'objectedAt' | 'email'>,
) => {
  if (person.objectedAt !== null) return 'objected'
  if (person.publicationBasis === null) return 'internal'
  return person.noticeSentOn === null ? 'waiting' : 'public'
}
