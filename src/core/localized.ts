import { z } from 'zod'
import { paragraphs } from './text'
import { locales } from './locales'

export { locales } from './locales'

export type Locale = (typeof locales)[number]

// The 183 codes of ISO 639-1 (Library of Congress, the list's registration authority).
const iso639 = new Set(
  (
    'aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo ' +
    'es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka ' +
    'kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng ' +
    'nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su ' +
    'sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu'
  ).split(' '),
)

/** Language of a text: ISO 639-1, two letters. Content may be in any of them, not only in the interface's five. */
export const languageCode = z
  .string({ error: 'badLanguage' })
  .refine((code) => iso639.has(code), { error: 'badLanguage' })

/**
 * A text in one or more languages: `{ original: 'it', texts: { it: { value, machine } } }`.
 * `original` is the language the author wrote; `machine` marks a translation nobody has read yet.
 */
export const localized = (max: number) =>
  z
    .strictObject({
      original: languageCode,
      texts: z.record(languageCode, z.strictObject({ value: paragraphs(max), machine: z.boolean().default(false) })),
    })
    .refine((text) => text.texts[text.original] !== undefined, { error: 'originalMissing', path: ['texts'] })

export type Localized = z.output<ReturnType<typeof localized>>

/** What a page shows: the text, its language, and whether that is the reader's language, the original, or a machine's. */
export type ShownText = { value: string; language: string; machine: boolean }

/** The text in the reader's language, else the original (2-domain: content keeps its language). */
export function inLanguage(text: Localized, locale: string): ShownText {
  const language = text.texts[locale] === undefined ? text.original : locale
  const found = text.texts[language]
  return { value: found?.value ?? '', language, machine: found?.machine ?? false }
}

/** A text in one language only. */
export const inOriginal = (language: string, value: string): Localized => ({
  original: language,
  texts: { [language]: { value, machine: false } },
})
