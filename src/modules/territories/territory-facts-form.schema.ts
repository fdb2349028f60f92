import { z } from 'zod'
import { choiceIn, comboFields } from '@/core/combo-choice'
import type { FormFields } from '@/core/form-fields'
import { formFields, groupAt, rowsAt, textAt } from '@/core/form-values'
import { idSchema } from '@/core/id'
import { localizedField, localizedOfForm, problemAt } from '@/core/localized-form'
import { whole } from '@/core/number'
import { type TerritoryFacts, territoryFactsSchema } from '@/modules/territories/territory.schema'

const headSchema = z.object({ id: idSchema, version: whole(1, 2 ** 31 - 1) })
/** A sent form of a territory's facts. */
export type TerritoryFactsForm = z.output<typeof headSchema> & { facts: TerritoryFacts }

const head = ['id', 'version', 'partner', 'partnerText', 'partnerFor']

function contentOf(fields: FormFields): Record<string, unknown> {
  const language = textAt(fields, 'name.original')
  const entries: [string, unknown][] = [
    ...Object.entries(fields).filter(([name]) => !head.includes(name)),
    ['name', localizedOfForm(fields.name, language)],
    ['description', localizedOfForm(fields.description, language)],
    ['partnerOrganisationId', choiceIn(fields, 'partner').value],
    [
      'instruments',
      rowsAt(fields, 'instruments').map((row) => ({ ...row, name: localizedOfForm(row.name, language) })),
    ],
  ]
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}

/** Paths of the content → names of the form's controls. */
function controlOf(path: readonly string[], fields: FormFields): string {
  const [first = '', second = '', third] = path
  const language = textAt(fields, 'name.original')
  if (first === 'partnerOrganisationId') return 'partner'
  if (first === 'name' || first === 'description') return localizedField(first, path.slice(1), fields, language)
  if (first === 'instruments' && third === 'name') {
    const row = rowsAt(fields, 'instruments')[Number(second)] ?? {}
    const inner = localizedField('name', path.slice(3), { name: groupAt(row, 'name') }, language)
    return `instruments.${second}.${inner}`
  }
  return first === 'languages' ? first : path.join('.')
}

/**
 * What a coordinator says of the territory (`fieldsOf`): name, description, languages, time zone, partner organisation,
 * policy instruments, source. Problems stand at the names of the form's controls; `partner` is a combobox.
 */
export const territoryFactsFormSchema = z.custom<FormFields>().transform((fields, context): TerritoryFactsForm => {
  const sent = headSchema.safeParse(fields)
  const facts = territoryFactsSchema.safeParse(contentOf(fields))
  for (const issue of [...(sent.error?.issues ?? []), ...(facts.error?.issues ?? [])])
    context.issues.push(
      issue.code === 'unrecognized_keys'
        ? { ...issue, input: undefined }
        : problemAt(issue, controlOf(issue.path.map(String), fields)),
    )
  const { value, text } = choiceIn(fields, 'partner')
  if (value === undefined && text !== undefined)
    context.issues.push({ code: 'custom', path: ['partner'], message: 'unknown', input: undefined })
  if (!sent.success || !facts.success || context.issues.length > 0) return z.NEVER
  return { ...sent.data, facts: facts.data }
})

/** The facts → the values of their form; `partner` is the name shown for the partner organisation. */
export const factsToForm = (
  { partnerOrganisationId, ...facts }: TerritoryFacts,
  partner: string | undefined,
): FormFields => formFields({ ...facts, ...comboFields('partner', partnerOrganisationId, partner) })
