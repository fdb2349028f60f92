import type { Messages, useTranslations } from 'next-intl'
import type { FieldFault } from './control'

type Translate = ReturnType<typeof useTranslations<'errors'>>
type ErrorKey = keyof Messages['errors']

/**
 * The text of a refusal. A key that has no text (one of a library, or of a newer server) becomes the general sentence:
 * what a program wrote for programs is never shown.
 */
export const fieldText = (t: Translate, { message, values }: FieldFault): string =>
  isKey(t, message) ? t(message, values) : t('generic')

const isKey = (t: { has(key: string): boolean }, text: string): text is ErrorKey =>
  /^[a-z]\w*$/i.test(text) && t.has(text)
