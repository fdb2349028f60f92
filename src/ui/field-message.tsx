import { useTranslations } from 'next-intl'
import type { FieldFault } from './control'
import { fieldText } from './field-text'

/** The text of a refusal, in the reader's language. Needs the messages `errors`. */
export function FieldMessage({ fault }: { fault: FieldFault }) {
  const t = useTranslations('errors')
  return <>{fieldText(t, fault)}</>
}
