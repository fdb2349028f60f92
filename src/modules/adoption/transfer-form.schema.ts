import { z } from 'zod'
import { dayFrom } from '@/core/day-field'
import { edtfDate } from '@/core/edtf-date'
import type { FormFields } from '@/core/form-fields'
import { formFields, textAt } from '@/core/form-values'
import { idSchema } from '@/core/id'
import { languageCode, localized } from '@/core/localized'
import { localizedField, localizedOfForm, problemAt } from '@/core/localized-form'
import { whole } from '@/core/number'
import { line, paragraphs, webAddress } from '@/core/text'
import { most, mostLinks, outcomes } from '@/modules/adoption/choices.schema'
import type { TransferContent } from '@/modules/adoption/transfer.schema'

const version = whole(1, 2 ** 31 - 1)
/** `version` absent: nothing was recorded of the two yet. `language`: the one that texts are written in. */
const pair = { practiceId: idSchema, territoryId: idSchema, version: version.optional(), language: languageCode }

const day = dayFrom('1990-01-01')

/**
 * A form with texts in several languages, as `TextsField` sends them; problems stand at the controls of their languages.
 */
const formWith = <Schema extends z.ZodType>(texts: readonly string[], schema: Schema) =>
  z.custom<FormFields>().transform((fields, context): z.output<Schema> => {
    const language = textAt(fields, 'language')
    const written = texts.flatMap((name): [string, unknown][] => {
      const text = localizedOfForm(fields[name], language)
      return text === undefined ? [] : [[name, text]]
    })
    const others = Object.entries(fields).filter(([name]) => !texts.includes(name))
    const parsed = schema.safeParse(Object.fromEntries([...others, ...written]))
    if (parsed.success) return parsed.data
    for (const issue of parsed.error.issues) {
      const [first = '', ...rest] = issue.path.map(String)
      if (issue.code === 'unrecognized_keys') context.issues.push({ ...issue, input: undefined })
      else if (texts.includes(first))
        context.issues.push(problemAt(issue, localizedField(first, rest, fields, language)))
      else context.issues.push(problemAt(issue, [first, ...rest].join('.')))
    }
    return z.NEVER
  })

/** Marks interest, or changes what was said of it. */
export const interestFormSchema = formWith(
  ['note'],
  z.strictObject({
    ...pair,
    note: localized(most.note).optional(),
    internalNotes: paragraphs(most.notes).optional(),
  }),
)
export type InterestForm = z.output<typeof interestFormSchema>

/** Pages that show it, and the relations it came by: of a workshop as of an outcome. Absent = as they were. */
const shown = {
  links: z
    .array(z.strictObject({ url: webAddress, title: line(200).optional() }))
    .max(mostLinks)
    .optional(),
  relations: z
    .array(idSchema)
    .max(20)
    .transform((ids) => [...new Set(ids)].sort())
    .optional(),
}

/** Plans a transfer workshop, or changes its plan. */
export const workshopFormSchema = formWith(
  ['title'],
  z
    .strictObject({
      ...pair,
      title: localized(most.title),
      on: day,
      until: day.optional(),
      place: line(most.place),
      ...shown,
    })
    .superRefine(({ on, until }, context) => {
      if (until !== undefined && until < on)
        context.addIssue({ code: 'custom', path: ['until'], message: 'endBeforeStart', params: { start: on } })
    }),
)
export type WorkshopForm = z.output<typeof workshopFormSchema>

/** Records what came of it, with its reasons. */
export const outcomeFormSchema = formWith(
  ['reasons', 'became'],
  z.strictObject({
    ...pair,
    outcome: z.enum(outcomes, { error: 'choose' }),
    since: edtfDate.optional(),
    reasons: localized(most.reasons),
    became: localized(most.became).optional(),
    // Its form shows all of them: what is not sent was taken away.
    links: shown.links.default([]),
    relations: shown.relations.default([]),
  }),
)
export type OutcomeForm = z.output<typeof outcomeFormSchema>

/** Which state of which transfer somebody saw. */
export const transferAtSchema = z.strictObject({ practiceId: idSchema, territoryId: idSchema, version })
export type TransferAt = z.output<typeof transferAtSchema>

/** A transfer → the values of its three forms; the way back of the schemas above. */
export const transferToForm = ({ workshop, state, ...content }: TransferContent): FormFields =>
  formFields({
    ...content,
    ...workshop,
    ...((state === 'adopted' || state === 'not_adopted') && { outcome: state }),
  })
