import { z } from 'zod'
import { comboChoice } from '@/core/combo-choice'
import { type FormHead, formHead, headFields } from '@/core/form-intent'
import type { FormFields } from '@/core/form-fields'
import { formFields, rowsAt, textAt } from '@/core/form-values'
import { localizedField, localizedOfForm, problemAt } from '@/core/localized-form'
import { type NewActor, newActorSchema } from '@/modules/actors/actor.schema'

/** Names of actors and places that a form shows beside their ids. */
export type ActorFormLabels = { place?: string; parent?: string; successor?: string }

/** A sent actor form: what it says of the actor, and what it says of itself. */
export type ActorForm = FormHead & {
  actor: NewActor
  /** The writer has seen that the point lies outside the country, and means it. */
  keepPoint: boolean
}

const localizedNames = ['description', 'offers', 'seeks'] as const
const combos = { place: 'placeUnknown', parent: 'unknown', successor: 'unknown' } as const
const adding = { addSector: 'unknownSector', addLanguage: 'badLanguage', addCountry: 'unknownCountry' } as const

/** What a combobox of the form chose, or the text that waits in it. */
const choiceIn = (fields: FormFields, name: string) =>
  comboChoice({
    value: textAt(fields, name),
    label: textAt(fields, `${name}For`),
    text: textAt(fields, `${name}Text`),
  })

const tagsIn = (text: string): string[] =>
  text
    .split(/[,;\n]/)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '')

// Fields that are read on their own; what is left over goes to the schema as it came, so that a stranger is refused.
const ownFields = [
  ...headFields,
  ...['keepPoint', 'name', 'names', 'tags', ...localizedNames],
  ...[...Object.keys(combos), ...Object.keys(adding)].flatMap((name) => [name, `${name}Text`, `${name}For`]),
]

/** The content an actor form speaks of, still to be judged by `newActorSchema`. */
function contentOf(fields: FormFields): Record<string, unknown> {
  const language = textAt(fields, 'originalLanguage')
  const place = choiceIn(fields, 'place').value
  const chosen = {
    placeId: place !== undefined && /^\d{1,9}$/.test(place) ? Number(place) : place,
    parentId: choiceIn(fields, 'parent').value,
    successorId: choiceIn(fields, 'successor').value,
  }
  const texts = localizedNames.map((name): [string, unknown] => [name, localizedOfForm(fields[name], language)])
  const entries: [string, unknown][] = [
    ...Object.entries(fields).filter(([name]) => !ownFields.includes(name)),
    ...Object.entries(chosen),
    ...texts,
  ]
  return {
    ...Object.fromEntries(entries.filter(([, value]) => value !== undefined)),
    names: [
      { kind: 'label', language: fields.originalLanguage, value: fields.name },
      ...rowsAt(fields, 'names').map(({ machine, ...name }) => ({ ...name, machine: machine === '1' })),
    ],
    tags: tagsIn(textAt(fields, 'tags')),
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
  const told = new Set<string>()
  const tell = (issue: z.core.$ZodIssue, field: string) => {
    if (told.has(`${field} ${issue.message}`)) return
    told.add(`${field} ${issue.message}`)
    context.issues.push(problemAt(issue, field))
  }
  const refuse = (field: string, message: string) =>
    context.issues.push({ code: 'custom', path: [field], message, input: undefined })
  const head = formHead.safeParse(fields)
  const content = newActorSchema.safeParse(contentOf(fields))
  for (const issue of head.error?.issues ?? []) tell(issue, issue.path.map(String).join('.'))
  for (const issue of content.error?.issues ?? [])
    if (issue.code === 'unrecognized_keys') context.issues.push({ ...issue, input: undefined })
    else tell(issue, controlOf(issue.path.map(String), fields))
  for (const [name, message] of Object.entries(combos)) {
    const { value, text } = choiceIn(fields, name)
    if (value === undefined && text !== undefined) refuse(name, message)
  }
  // What was typed for a list and never chosen would be lost in silence.
  for (const [name, message] of Object.entries(adding)) if (textAt(fields, `${name}Text`) !== '') refuse(name, message)
  if (!head.success || !content.success || context.issues.length > 0) return z.NEVER
  return { ...head.data, actor: content.data, keepPoint: textAt(fields, 'keepPoint') === '1' }
})

/** An actor → the values of its form; the way back of `actorFormSchema`. `labels` are shown in the comboboxes. */
export function actorToForm(actor: NewActor, labels: ActorFormLabels = {}): FormFields {
  const { names, placeId, parentId, successorId, tags, ...rest } = actor
  const original = names.findIndex((name) => name.kind === 'label' && name.language === actor.originalLanguage)
  const combo = (name: string, value: string | number | undefined, label: string | undefined) =>
    value === undefined ? {} : { [name]: value, [`${name}Text`]: label ?? value, [`${name}For`]: label ?? value }
  return formFields({
    ...rest,
    name: names[original]?.value,
    names: names.filter((_, index) => index !== original),
    tags: tags.join(', '),
    ...combo('place', placeId, labels.place),
    ...combo('parent', parentId, labels.parent),
    ...combo('successor', successorId, labels.successor),
  })
}
