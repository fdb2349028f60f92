import { z } from 'zod'
import { lengthOf } from './text-length'

// NUL cannot be stored, and a lone surrogate is not text: both are refused, not repaired (6-quality, Bad input). A
// browser sends U+FFFD in place of a lone surrogate, as does whoever read a file in the wrong encoding.
const unstorable = /[\p{Cs}\0\uFFFD]/u
// Marks that change how neighbouring text reads or hide inside a word. They carry no meaning in our fields.
const invisible = /[\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/gu
// Control characters except NUL, tab, line feed and carriage return.
const control = /(?![\0\t\n\r])\p{Cc}/gu

const clean = (text: string): string =>
  text.normalize('NFC').replace(/\r\n?/g, '\n').replace(invisible, '').replace(control, '').trim()

// A list or an object in place of a text is no text that is missing.
const words = z.string({ error: ({ input }) => (input === undefined ? 'required' : 'generic') })

/** Text of several lines, cleaned, 1 to `max` code points. Message keys: required, tooLong, notText. */
export const paragraphs = (max: number) =>
  words
    .refine((text) => !unstorable.test(text), { error: 'notText', abort: true })
    .transform(clean)
    .pipe(
      z
        .string()
        .min(1, { error: 'required' })
        .refine((text) => lengthOf(text) <= max, { error: 'tooLong', params: { max } }),
    )

/** Text of one line: as `paragraphs`, and every run of white space becomes one space. */
export const line = (max: number) =>
  words
    .refine((text) => !unstorable.test(text), { error: 'notText', abort: true })
    .transform((text) => clean(text).replace(/\s+/g, ' '))
    .pipe(
      z
        .string()
        .min(1, { error: 'required' })
        .refine((text) => lengthOf(text) <= max, { error: 'tooLong', params: { max } }),
    )

/** http(s) address, at most 2,000 characters; a bare host (`unimore.it`) gets `https://`. Message key: badLink. */
export const webAddress = line(2000)
  .transform((text) => (/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`))
  .refine(
    (text) => {
      const url = URL.canParse(text) ? new URL(text) : null
      return (
        url !== null && ['http:', 'https:'].includes(url.protocol) && url.hostname.includes('.') && url.username === ''
      )
    },
    { error: 'badLink' },
  )

/** One mail address of the plain kind (local part, one ASCII @, a domain with a dot). Message key: badEmail. */
export const emailAddress = line(254).refine(
  (text) => /^[^\s@<>(),;:"\\[\]＠﹫]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text),
  {
    error: 'badEmail',
  },
)

/** A telephone number as people write it. Message key: badPhone. */
export const phoneNumber = line(40).refine((text) => /^\+?[\d\s().\-/]{5,}$/.test(text), { error: 'badPhone' })
