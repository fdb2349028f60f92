import { z } from 'zod'
import { choiceIn } from '@/core/combo-choice'
import type { FormHead } from '@/core/form-intent'
import type { FormFields } from '@/core/form-fields'
import { formFields, groupAt, rowsAt, textAt, textsAt } from '@/core/form-values'
import { idSchema } from '@/core/id'
import { localizedField, localizedOfForm } from '@/core/localized-form'
import { ownFields, readRecordForm, type ReadRecordForm } from '@/core/record-form'
import { type NewActor, newActorSchema } from '@/modules/actors/actor.schema'
import { type NewRelation, newRelationSchema } from '@/modules/relations/relation.schema'
import { relationType, relationTypeFacts } from '@/modules/taxonomy/taxonomy.schema'

/** What a form shows of a party beside its id: name, kind of actor (absent = a place), kind and country in words. */
export type PartyLabel = { label: string; kind?: string; note?: string }
type RelationFormLabels = { parties?: readonly PartyLabel[]; holder?: string }

/** A sent relation form. `newActors` are parties that are written together with it. */
export type RelationForm = FormHead & {
  relation: NewRelation
  newActors: { id: string; actor: NewActor }[]
}

const localizedNames = ['title', 'description'] as const
const adding = { addParty: 'partyUnknown', addSector: 'unknownSector' } as const
const own = ownFields(
  ['parties', 'holder', 'amount', 'sdgs', ...localizedNames],
  [...Object.keys(adding), 'holderOther'],
)

/** A party's row → what the schema judges; `label`, `kind` and `note` are for the eye only. */
function partyOf(row: FormFields): Record<string, unknown> {
  const { label: _label, kind: _kind, note: _note, new: born, placeId, ...rest } = row
  if (born !== undefined) return { ...rest, actorId: groupAt(row, 'new').id }
  return placeId === undefined ? rest : { ...rest, placeId: Number(textAt(row, 'placeId')) }
}

/** An actor written inside the form: a name, a kind, a country, and a place with its point. */
function bornActor(born: FormFields, language: string): Record<string, unknown> {
  const { id: _id, name, place: _place, placeText: _text, placeFor: _for, longitude, latitude, ...rest } = born
  const { value: place, text } = choiceIn(born, 'place')
  const point = place === undefined ? {} : { longitude, latitude, precision: 'city', geocodedFrom: 'GeoNames' }
  return {
    ...rest,
    originalLanguage: language,
    names: [{ kind: 'label', language, value: name }],
    ...(text !== undefined && { city: text }),
    ...(place !== undefined && { placeId: Number(place) }),
    ...(longitude !== undefined && latitude !== undefined && point),
  }
}

const holderIn = (fields: FormFields): string | undefined => {
  const holder = textAt(fields, 'holder')
  if (holder !== 'other') return holder === '' ? undefined : holder
  return choiceIn(fields, 'holderOther').value
}

function contentOf(fields: FormFields): Record<string, unknown> {
  const language = textAt(fields, 'originalLanguage')
  const amount = groupAt(fields, 'amount')
  const isAmount = amount.value !== undefined || amount.year !== undefined
  const texts = localizedNames.map((name): [string, unknown] => [name, localizedOfForm(fields[name], language)])
  const entries: [string, unknown][] = [
    ...Object.entries(fields).filter(([name]) => !own.includes(name)),
    ...texts,
    ['holderId', holderIn(fields)],
    ['amount', isAmount ? amount : undefined],
  ]
  return {
    ...Object.fromEntries(entries.filter(([, value]) => value !== undefined)),
    parties: rowsAt(fields, 'parties').map(partyOf),
    sdgs: textsAt(fields, 'sdgs').map((sdg) => (/^\d{1,2}$/.test(sdg) ? Number(sdg) : sdg)),
    fictitious: fields.fictitious === '1',
  }
}

/** Paths of the content → names of the form's controls. */
function controlOf(path: readonly string[], fields: FormFields): string {
  const [first = '', second] = path
  if (first === 'parties') return second === undefined ? 'addParty' : `parties.${second}`
  if (first === 'holderId') return textAt(fields, 'holder') === 'other' ? 'holderOther' : 'holder'
  const text = localizedNames.find((name) => name === first)
  if (text !== undefined) return localizedField(text, path.slice(1), fields, textAt(fields, 'originalLanguage'))
  return ['themes', 'sectors', 'sdgs', 'offer'].includes(first) ? first : path.join('.')
}

const bornControls: Record<string, string> = {
  names: 'name',
  placeId: 'place',
  city: 'place',
  originalLanguage: 'name',
}

/** The actors written inside the form, judged; what is wrong with one is told at its own control. */
function bornIn(fields: FormFields, tell: ReadRecordForm<NewRelation>['tell']): RelationForm['newActors'] {
  const language = textAt(fields, 'originalLanguage')
  return rowsAt(fields, 'parties').flatMap((row, index) => {
    if (row.new === undefined) return []
    const born = groupAt(row, 'new')
    const id = idSchema.safeParse(born.id)
    const actor = newActorSchema.safeParse(bornActor(born, language === '' ? 'en' : language))
    for (const issue of [...(id.error?.issues ?? []), ...(actor.error?.issues ?? [])]) {
      const [first = ''] = issue.path.map(String)
      tell(issue, `parties.${index}.new.${bornControls[first] ?? (first === '' ? 'name' : first)}`)
    }
    return id.success && actor.success ? [{ id: id.data, actor: actor.data }] : []
  })
}

/**
 * A form of a relation (`fieldsOf`) → its content. Problems stand at the names of the form's controls: `parties.0` is a
 * row, `addParty` the search for one more, `holder` a choice of the parties with `holderOther` beside it.
 */
export const relationFormSchema = z.custom<FormFields>().transform((fields, context): RelationForm => {
  const parts = { schema: newRelationSchema, contentOf, controlOf, adding }
  const { head, content, tell, refuse } = readRecordForm(fields, context, parts)
  const newActors = bornIn(fields, tell)
  const isAsked = textAt(fields, 'intent') === 'submit' || textAt(fields, 'intent') === 'publish'
  const other = choiceIn(fields, 'holderOther')
  if (textAt(fields, 'holder') === 'other' && other.value === undefined) refuse('holderOther', 'unknown')
  // A draft may wait for its holder; a road that nobody keeps leads nowhere (LOOK, relation form).
  else if (isAsked && holderIn(fields) === undefined) refuse('holder', 'holderMissing')
  if (head === undefined || content === undefined || context.issues.length > 0) return z.NEVER
  return { ...head, relation: content, newActors }
})

/** A relation → the values of its form; the way back of `relationFormSchema`. `labels` follow the order of the parties. */
export function relationToForm(relation: NewRelation, labels: RelationFormLabels = {}): FormFields {
  const { parties, holderId, direction, ...rest } = relation
  const isParty = parties.some((party) => 'actorId' in party && party.actorId === holderId)
  const other = holderId === undefined || isParty ? undefined : holderId
  const type = relationType.parse(relation.type)
  return formFields({
    ...rest,
    // The usual direction of a type is left to the type, so that another type brings its own.
    direction: direction === relationTypeFacts[type].direction ? undefined : direction,
    parties: parties.map((party, index) => ({ ...party, ...labels.parties?.[index] })),
    holder: other === undefined ? holderId : 'other',
    holderOther: other,
    holderOtherText: other && (labels.holder ?? other),
    holderOtherFor: other && (labels.holder ?? other),
  })
}
