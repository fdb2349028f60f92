// A mail as words: the messages of `mail-room`, filled in the language of whoever reads it.
import { z } from 'zod'
import { dateText, momentText } from '@/core/date-text'
import type { Locale } from '@/core/localized'
import { filled } from '@/i18n/filled'
import { loadMessages } from '@/i18n/messages'

/** A row of the outbox, as far as its words go. */
export type WrittenMail = { template: string; locale: Locale; parameters: unknown }

/** `paragraphs` are plain text; a line break inside one is kept. `button` is null in a mail without a link. */
type MailWords = { locale: Locale; subject: string; paragraphs: string[]; button: string | null }

const parametersSchema = z.record(z.string(), z.union([z.string(), z.number()]))
const namespaceSchema = z.record(z.string(), z.unknown())
const templateSchema = z.object({ subject: z.string(), body: z.string(), button: z.string().optional() })

/** The words of a mail. Throws when its template has none. */
export async function mailWords({ template, locale, parameters }: WrittenMail): Promise<MailWords> {
  const [room = '', name = ''] = template.split('.')
  const messages = namespaceSchema.parse(await loadMessages(locale))
  const words = templateSchema.parse(namespaceSchema.parse(messages[`mail-${room}`])[name])
  const values = writtenOut(locale, parametersSchema.parse(parameters))
  const fill = (text: string) => filled(locale, text, values)
  return {
    locale,
    // One line: what a name brought along must not begin another header.
    subject: fill(words.subject)
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .trim(),
    paragraphs: fill(words.body)
      .split(/\n\s*\n/)
      .map((paragraph) => paragraph.trim())
      .filter((paragraph) => paragraph !== ''),
    button: words.button === undefined ? null : fill(words.button),
  }
}

/** Words that every mail has, of the namespace `mail`. */
export async function frameWords(
  locale: Locale,
  key: keyof Awaited<ReturnType<typeof loadMessages>>['mail'],
  values: Record<string, string | number> = {},
): Promise<string> {
  return filled(locale, (await loadMessages(locale)).mail[key], values)
}

/** One of the news of the desk as a sentence: the word `kind` of the namespace `notice`. By its name when it has none. */
export async function noticeText(locale: Locale, kind: string, parameters: unknown): Promise<string> {
  const words = namespaceSchema.parse((await loadMessages(locale)).notice)[kind]
  const values = parametersSchema.safeParse(parameters).data
  if (typeof words !== 'string' || values === undefined) return kind
  try {
    return filled(locale, words, writtenOut(locale, values))
  } catch {
    return kind // parameters of an older version
  }
}

/** A parameter whose name ends in `On` is a day, in `At` a moment: both as the language writes them. */
const writtenOut = (locale: Locale, parameters: Record<string, string | number>) =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => {
      const time = new Date(value)
      if (!/[a-z](On|At)$/.test(name) || Number.isNaN(time.getTime())) return [name, value]
      return [name, name.endsWith('At') ? momentText(locale, time) : dateText(locale, time, 'day')]
    }),
  )
