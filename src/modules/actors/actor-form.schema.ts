import { z } from 'zod'
import { choiceIn, comboFields } from '@/core/combo-choice'
import type { FormHead } from '@/core/form-intent'
import type { FormFields } from '@/core/form-fields'
import { formFields, rowsAt, textAt } from '@/core/form-values'
import { localizedField, localizedOfForm } from '@/core/localized-form'
import { listIn, ownFields, placeIdIn, readRecordForm } from '@/core/record-form'
import { type NewActor, newActorSchema } from '@/modules/actors/actor.schema'

/** Names of actors and places that a form shows beside their ids. */
type ActorFormLabels = { place?: string; parent?: string; successor?: string }

/** A sent actor form: what it says of the actor, and what it says of itself. */
export type ActorForm = FormHead & {
  actor: NewActor
  /** The writer has seen that the point lies outside the country, and means it. */
  keepPoint: boolean
}

const localizedNames = ['description', 'offers', 'seeks'] as const
const combos = { place: 'placeNotChosen', parent: 'unknown', successor: 'unknown' } as const
const adding = { addSector: 'unknownSector', addLanguage: 'badLanguage', addCountry: 'unknownCountry' } as const

const own = ownFields(
  ['keepPoint', 'name', 'names', 'tags', ...localizedNames],
  [...Object.keys(combos), ...Object.keys(adding)],
)

/** The content an actor form speaks of, still to be judged by `newActorSchema`. */
function contentOf(fields: FormFields): Record<string, unknown> {
  const language = textAt(fields, 'originalLanguage')
  const chosen = {
    placeId: placeIdIn(fields),
    parentId: choiceIn(fields, 'parent').value,
    successorId: choiceIn(fields, 'successor').value,
  }
  const texts = localizedNames.map((name): [string, unknown] => [name, localizedOfForm(fields[name], language)])
  const entries: [string, unknown][] = [
    ...Object.entries(fields).filter(([name]) => !own.includes(name)),
    ...Object.entries(chosen),
    ...texts,
  ]
  return {
    ...Object.fromEntries(entries.filter(([, value]) => value !== undefined)),
    names: [
      { kind: 'label', language: fields.originalLanguage, value: fields.name },
      ...rowsAt(fields, 'names').map(({ machine, ...name }) => ({ ...name, machine: machine === '1' })),
    ],
    tags: listIn(textAt(fields, 'tags')),
    coarsened: fields.coarsened === '1',
    fictitious: fields.fictitious === '1',
  }
}

/** Fields of an actor that a control of another name holds. */
export const actorControls: Record<string, string> = { placeId: 'place', parentId: 'parent', successorId: 'successor' }

/** The control that holds what the schema refused: paths of the content → names of the form. */
function controlOf(path: readonly string[], fields: FormFields): string {
  const [first = '', second, ...rest] = path
  const known = actorControls[first]
  if (known !== undefined) return known
  if (first === 'names') {
    if (second === undefined || second === '0') return rest[0] === 'language' ? 'originalLanguage' : 'name'
    return ['names', String(Number(second) - 1), ...rest].join('.')
  }
  const text = localizedNames.find((name) => name === first)
  if (text !== undefined) return localizedField(text, path.slice(1), fields, textAt(fields, 'originalLanguage'))
  return ['tags', 'sectors', 'iscedFields', 'languagesSpoken', 'targetCountries'].includes(first)
    ? first
    : path.join('.')
}

/**
 * A form of an actor (`fieldsOf`) → its content. Problems stand at the names of the form's controls: `name` is the
 * original label, `names.0…` the further names, `place`, `parent`, `successor` are comboboxes.
 */
export const actorFormSchema = z.custom<FormFields>().transform((fields, context): ActorForm => {
  const parts = { schema: newActorSchema, contentOf, controlOf, combos, adding }
  const { head, content } = readRecordForm(fields, context, parts)
  if (head === undefined || content === undefined || context.issues.length > 0) return z.NEVER
  return { ...head, actor: content, keepPoint: textAt(fields, 'keepPoint') === '1' }
})

/** An actor → the values of its form; the way back of `actorFormSchema`. `labels` are shown in the comboboxes. */
export function actorToForm(actor: NewActor, labels: ActorFormLabels = {}): FormFields {
  const { names, placeId, parentId, successorId, tags, ...rest } = actor
  const original = names.findIndex((name) => name.kind === 'label' && name.language === actor.originalLanguage)
  return formFields({
    ...rest,
    name: names[original]?.value,
    names: names.filter((_, index) => index !== original),
    tags: tags.join(', '),
    ...comboFields('place', placeId, labels.place),
    ...comboFields('parent', parentId, labels.parent),
    ...comboFields('successor', successorId, labels.successor),
  })
}
