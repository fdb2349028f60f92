import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { FieldFault } from './control'
import { fieldText } from './field-text'

/** Why what stands in a field was refused, under it, in the reader's language. Needs the messages `errors`. */
export function FieldError({ id, fault }: { id: string; fault: FieldFault }) {
  const t = useTranslations('errors')
  return (
    <p id={id} className="flex items-start gap-1.5 text-sm font-label text-bad">
      <CircleAlert className="mt-0.5 size-4 flex-none" aria-hidden />
      <span>{fieldText(t, fault)}</span>
    </p>
  )
}
