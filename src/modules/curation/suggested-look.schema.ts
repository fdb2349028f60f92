/** How a field of a suggestion is asked for. */
type Look = 'line' | 'text' | 'choice'

/** What a suggestion may say field by field; everything else is said in words. In the order of the form. */
export const suggestedLooks = {
  actor: {
    name: 'line',
    description: 'text',
    address: 'line',
    postalCode: 'line',
    city: 'line',
    country: 'choice',
    website: 'line',
    email: 'line',
    phone: 'line',
    founded: 'line',
    legalStatus: 'choice',
    tags: 'line',
  },
  relation: {
    title: 'line',
    state: 'choice',
    started: 'line',
    renewed: 'line',
    ended: 'line',
    description: 'text',
    programme: 'line',
    projectAcronym: 'line',
    projectNumber: 'line',
    legalBasis: 'line',
    usableByFirms: 'choice',
  },
} as const satisfies Record<string, Record<string, Look>>

export type FieldedKind = keyof typeof suggestedLooks
/** Of a territory and of a practice one speaks in words alone. */
export const isFielded = (kind: string): kind is FieldedKind => Object.hasOwn(suggestedLooks, kind)
type SuggestedFieldName = keyof typeof suggestedLooks.actor | keyof typeof suggestedLooks.relation

const fieldNames: ReadonlySet<string> = new Set(Object.values(suggestedLooks).flatMap((looks) => Object.keys(looks)))
export const isFieldName = (text: string): text is SuggestedFieldName => fieldNames.has(text)

/** The fields of a kind and how each is asked for, in the order of the form. */
export const looksOf = (kind: FieldedKind): [string, Look][] => Object.entries(suggestedLooks[kind])
