import { useTranslations } from 'next-intl'
import type { FormFields } from '@/core/form-fields'
import type { PartState } from '@/core/record-part'
import type { RecordField } from '@/ui/form/record-field'
import { RadioRow } from '@/ui/radio-row'

/**
 * Whether one part of a proposal is taken. Where somebody changed the same part meanwhile both stand there, and neither
 * is chosen beforehand.
 */
export function PartChoice({
  part,
  label,
  shown,
  state,
  now,
}: {
  part: string
  label: string
  shown: readonly RecordField[]
  state: PartState
  /** The record as it stands. */
  now: FormFields
}) {
  const t = useTranslations('proposals.part')
  const ui = useTranslations('ui.diff')
  if (state === 'same') return <p className="text-sm text-ink-2">{t('same')}</p>
  const isMoved = state === 'moved'
  return (
    <>
      {isMoved && (
        <div className="rounded-md bg-mark-soft px-3 py-2 text-sm">
          <p>{t('moved')}</p>
          <p className="mt-1 text-xs font-label text-ink-2">{ui('now')}</p>
          {shown.map((field) => (
            <p key={field.names[0]} className="wrap-break-word whitespace-pre-line">
              {field.show(now) || ui('empty')}
            </p>
          ))}
        </div>
      )}
      <fieldset className="flex flex-wrap gap-x-5 text-sm">
        <legend className="sr-only">{label}</legend>
        <RadioRow
          id={`part.${part}`}
          name={`part.${part}`}
          value="proposed"
          defaultChecked={!isMoved}
          required={isMoved}
        >
          {t('take')}
        </RadioRow>
        <RadioRow name={`part.${part}`} value="now">
          {t('leave')}
        </RadioRow>
      </fieldset>
    </>
  )
}
