import { z } from 'zod'
import { paragraphs } from './text'

/** Languages of the interface, in the order they are offered. */
export const locales = ['en', 'it', 'es', 'sv', 'pl'] as const
export type Locale = (typeof locales)[number]

/** Language of a text: ISO 639-1, two letters. Content may be in any of them, not only in the interface's five. */
export const languageCode = z.string().regex(/^[a-z]{2}$/, { error: 'badLanguage' })

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
