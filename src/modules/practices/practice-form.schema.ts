import { z } from 'zod'
import { choiceIn, comboFields } from '@/core/combo-choice'
import type { FormFields } from '@/core/form-fields'
import type { FormHead } from '@/core/form-intent'
import { formFields, rowsAt, textAt } from '@/core/form-values'
import { localizedField, localizedOfForm } from '@/core/localized-form'
import { listIn, ownFields, placeIdIn, readRecordForm } from '@/core/record-form'
import { practiceTexts } from '@/modules/practices/practice-limit.schema'
import { type NewPractice, newPracticeSchema } from '@/modules/practices/practice.schema'

/** What a form shows of an actor or relation it names. */
export type LinkLabel = { label: string; note?: string; kind?: string }
/** Names of what a practice points to, by id, code or number. */
type PracticeFormLabels = {
  place?: string
  region?: string
  inCharge?: string
  actors?: ReadonlyMap<string, LinkLabel>
  relations?: ReadonlyMap<string, LinkLabel>
}

/** A sent form of a practice. */
export type PracticeForm = FormHead & { practice: NewPractice }

const combos = { place: 'placeNotChosen', region: 'unknown', inCharge: 'unknown' } as const
const adding = { addSector: 'unknownSector', addActor: 'unknown', addRelation: 'unknown' } as const
const own = ownFields(
  ['keywords', 'actors', 'relations', ...practiceTexts],
  [...Object.keys(combos), ...Object.keys(adding)],
)

/** Fields of a practice that a control of another name holds. */
const controls: Record<string, string> = { placeId: 'place', nutsCode: 'region', inChargeId: 'inCharge' }

/** The control of the form at which a problem of the content stands: `summary` → `summary.texts.it.value`. */
export const practiceControls = (language: string): Record<string, string> => ({
  ...controls,
  ...Object.fromEntries(practiceTexts.map((name) => [name, `${name}.texts.${language}.value`])),
})

const idsIn = (fields: FormFields, name: string) => rowsAt(fields, name).map((row) => textAt(row, 'id'))

function contentOf(fields: FormFields): Record<string, unknown> {
  const language = textAt(fields, 'originalLanguage')
  const entries: [string, unknown][] = [
    ...Object.entries(fields).filter(([name]) => !own.includes(name)),
    ...practiceTexts.map((name): [string, unknown] => [name, localizedOfForm(fields[name], language)]),
    ['placeId', placeIdIn(fields)],
    ['nutsCode', choiceIn(fields, 'region').value],
    ['inChargeId', choiceIn(fields, 'inCharge').value],
  ]
  return {
    ...Object.fromEntries(entries.filter(([, value]) => value !== undefined)),
    keywords: listIn(textAt(fields, 'keywords')),
    actors: idsIn(fields, 'actors'),
    relations: idsIn(fields, 'relations'),
    inChargeIsAuthor: fields.inChargeIsAuthor === '1',
    ongoing: fields.ongoing === '1',
    fictitious: fields.fictitious === '1',
  }
}

/** Paths of the content → names of the form's controls. */
function controlOf(path: readonly string[], fields: FormFields): string {
  const [first = ''] = path
  const known = controls[first]
  if (known !== undefined) return known
  const text = practiceTexts.find((name) => name === first)
  if (text !== undefined) return localizedField(text, path.slice(1), fields, textAt(fields, 'originalLanguage'))
  return ['themes', 'axes', 'sectors', 'keywords', 'actors', 'relations'].includes(first) ? first : path.join('.')
}

/**
 * A form of a practice (`fieldsOf`) → its content. Problems stand at the names of the form's controls: `place`, `region`
 * and `inCharge` are comboboxes, `addActor` the search for one more. Limits of the programme are the save's business.
 */
export const practiceFormSchema = z.custom<FormFields>().transform((fields, context): PracticeForm => {
  const parts = { schema: newPracticeSchema, contentOf, controlOf, combos, adding }
  const { head, content } = readRecordForm(fields, context, parts)
  if (head === undefined || content === undefined || context.issues.length > 0) return z.NEVER
  return { ...head, practice: content }
})

/** A practice → the values of its form; the way back of `practiceFormSchema`. */
export function practiceToForm(practice: NewPractice, labels: PracticeFormLabels = {}): FormFields {
  const { placeId, nutsCode, inChargeId, keywords, actors, relations, ...rest } = practice
  return formFields({
    ...rest,
    ...comboFields('place', placeId, labels.place),
    ...comboFields('region', nutsCode, labels.region),
    ...comboFields('inCharge', inChargeId, labels.inCharge),
    keywords: keywords.join(', '),
    actors: actors.map((id) => ({ id, ...labels.actors?.get(id) })),
    relations: relations.map((id) => ({ id, ...labels.relations?.get(id) })),
  })
}
