import type { useTranslations } from 'next-intl'
import type { FieldFault } from './control'
import { isErrorKey } from './error-key'

type Translate = ReturnType<typeof useTranslations<'errors'>>

/**
 * The text of a refusal. A key that has no text (one of a library, or of a newer server) becomes the general sentence:
 * what a program wrote for programs is never shown.
 */
export const fieldText = (t: Translate, { message, values }: FieldFault): string =>
  isErrorKey(message) ? t(message, values) : t('generic')
