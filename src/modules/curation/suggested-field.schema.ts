import { z } from 'zod'
import type { FieldProblem } from '@/core/app-error'
import { fieldProblems } from '@/core/field-problems'
import { type Localized, localized } from '@/core/localized'
import { type NewActor, newActorSchema } from '@/modules/actors/actor.schema'
import { type FieldedKind, type suggestedLooks } from '@/modules/curation/suggested-look.schema'
import { nameKind } from '@/modules/taxonomy/taxonomy.schema'
import { type NewRelation, newRelationSchema } from '@/modules/relations/relation.schema'

/** A record's content in the shape of its form, whichever record it is. */
type Content = Readonly<Record<string, unknown>>

/** One field of a suggestion: what it says of a record as plain text, and the record when it says something else. */
type SuggestedField = {
  read: (content: Content, locale: string) => string
  write: (content: Content, text: string, locale: string) => Content
}

const plain = (name: string): SuggestedField => ({
  read: (content) => z.string().catch('').parse(content[name]),
  write: (_, text) => ({ [name]: text === '' ? undefined : text }),
})

const list = (name: string): SuggestedField => ({
  read: (content) => z.array(z.string()).catch([]).parse(content[name]).join(', '),
  write: (_, text) => ({
    [name]: text
      .split(/[,;\n]/)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  }),
})

const anyText = localized(Number.MAX_SAFE_INTEGER)
const textOf = (value: unknown): Localized | null => anyText.safeParse(value).data ?? null
/** The language that a reader sees of a text, and so speaks of. */
const seenLanguage = (text: Localized, locale: string) => (text.texts[locale] === undefined ? text.original : locale)

/** A text in languages: the one that the sender saw. A text nobody wrote yet begins in the sender's language. */
const inLanguages = (name: string): SuggestedField => ({
  read: (content, locale) => {
    const text = textOf(content[name])
    return text?.texts[seenLanguage(text, locale)]?.value ?? ''
  },
  write: (content, value, locale) => {
    const present = textOf(content[name])
    const language = present === null ? locale : seenLanguage(present, locale)
    const { [language]: _replaced, ...others } = present?.texts ?? {}
    const original = present?.original ?? language
    if (value === '' && (language === original || present === null)) return { [name]: undefined }
    const texts = value === '' ? others : { ...others, [language]: { value, machine: false } }
    return { [name]: { original, texts } }
  },
})

const names = z.array(z.object({ kind: nameKind, language: z.string(), value: z.string(), machine: z.boolean() }))

/** The label that the sender saw: in the language of the page, else the original. */
function labelAt(content: Content, locale: string): number {
  const all = names.catch([]).parse(content.names)
  const labelIn = (language: unknown) => all.findIndex((one) => one.kind === 'label' && one.language === language)
  return labelIn(locale) >= 0 ? labelIn(locale) : labelIn(content.originalLanguage)
}

const name: SuggestedField = {
  read: (content, locale) => names.catch([]).parse(content.names)[labelAt(content, locale)]?.value ?? '',
  write: (content, value, locale) => {
    const at = labelAt(content, locale)
    const all = names.catch([]).parse(content.names)
    return { names: all.map((one, index) => (index === at ? { ...one, value, machine: false } : one)) }
  },
}

/** How the fields of a suggestion are read and written, in the order of the form. */
const suggestedFields = {
  actor: {
    name,
    description: inLanguages('description'),
    address: plain('address'),
    postalCode: plain('postalCode'),
    city: plain('city'),
    country: plain('country'),
    website: plain('website'),
    email: plain('email'),
    phone: plain('phone'),
    founded: plain('founded'),
    legalStatus: plain('legalStatus'),
    tags: list('tags'),
  },
  relation: {
    title: inLanguages('title'),
    state: plain('state'),
    started: plain('started'),
    renewed: plain('renewed'),
    ended: plain('ended'),
    description: inLanguages('description'),
    programme: plain('programme'),
    projectAcronym: plain('projectAcronym'),
    projectNumber: plain('projectNumber'),
    legalBasis: plain('legalBasis'),
    usableByFirms: plain('usableByFirms'),
  },
} satisfies { [Kind in FieldedKind]: Record<keyof (typeof suggestedLooks)[Kind], SuggestedField> }

/** The fields of a kind by name, in the order of the form. */
export const fieldsOfKind = (kind: FieldedKind): ReadonlyMap<string, SuggestedField> =>
  new Map(Object.entries(suggestedFields[kind]))

/** What the fields say of a record. */
export const suggestedValues = (kind: FieldedKind, content: Content, locale: string): Record<string, string> =>
  Object.fromEntries([...fieldsOfKind(kind)].map(([field, { read }]) => [field, read(content, locale)]))

/** One change: what the sender saw, and what it should be. */
const suggestedChange = z.object({ before: z.string(), after: z.string() })
/** The changes of a suggestion; `locale` is the language of the page it was made on. */
export const suggestedChanges = z.object({ locale: z.string(), fields: z.record(z.string(), suggestedChange) })
export type SuggestedChanges = z.output<typeof suggestedChanges>

const sameText = (a: string, b: string) => a.trim().replace(/\s+/g, ' ') === b.trim().replace(/\s+/g, ' ')

/** What a sent form would change, against what its sender says to have seen. */
export function changesOf(
  kind: FieldedKind,
  { seen, sent }: { seen: Readonly<Record<string, string>>; sent: Readonly<Record<string, string>> },
  locale: string,
): SuggestedChanges {
  const fields = [...fieldsOfKind(kind).keys()].flatMap((field) => {
    const [before, after] = [(seen[field] ?? '').trim(), (sent[field] ?? '').trim()]
    return sameText(before, after) ? [] : [[field, { before, after }] as const]
  })
  return { locale, fields: Object.fromEntries(fields) }
}

/** What the record would say with these changes made. */
function written(kind: FieldedKind, content: Content, { locale, fields }: SuggestedChanges): Content {
  return [...fieldsOfKind(kind)].reduce((now, [field, { write }]) => {
    const change = fields[field]
    return change === undefined ? now : { ...now, ...write(now, change.after, locale) }
  }, content)
}

type Applied<Record> = { content: Record; problems?: never } | { content?: never; problems: FieldProblem[] }

/** The record with some changes made, or what its schema refuses, told at the fields of the suggestion. */
export function actorWith(content: Content, changes: SuggestedChanges): Applied<NewActor> {
  const result = newActorSchema.safeParse(written('actor', content, changes))
  return result.success ? { content: result.data } : { problems: problemsOf('actor', result.error) }
}

export function relationWith(content: Content, changes: SuggestedChanges): Applied<NewRelation> {
  const result = newRelationSchema.safeParse(written('relation', content, changes))
  return result.success ? { content: result.data } : { problems: problemsOf('relation', result.error) }
}

/** At the control of the field: `names.0.value` → `fields.name`; what no field holds is told of the message. */
function problemsOf(kind: FieldedKind, error: z.ZodError): FieldProblem[] {
  const told = fieldProblems(error).map((problem) => {
    const [first = ''] = problem.field.split('.')
    const field = first === 'names' ? 'name' : first
    return { ...problem, field: fieldsOfKind(kind).has(field) ? `fields.${field}` : 'message' }
  })
  return told.filter(({ field }, index) => told.findIndex((one) => one.field === field) === index)
}
