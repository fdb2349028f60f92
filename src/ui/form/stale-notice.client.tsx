'use client'

import { useTranslations } from 'next-intl'
import type { StaleForm } from '@/core/form-outcome'
import { textAt } from '@/core/form-values'
import { Notice } from '@/ui/notice'
import { useAnswerFocus } from '@/ui/use-answer-focus.client'
import { useFormFields } from './form-context'
import { differs, type RecordField } from './record-field'

/**
 * Which version a form rests on, as its field `version`, and what somebody else saved meanwhile where it differs from what
 * was typed: sending again keeps what was typed. What was refused after that still rests on the version that was told.
 */
export function StaleNotice({
  stale,
  fields,
}: {
  stale: StaleForm['stale'] | undefined
  fields: readonly RecordField[]
}) {
  const t = useTranslations('form.conflict')
  const errors = useTranslations('errors')
  const { values } = useFormFields()
  const box = useAnswerFocus(stale)
  return (
    <>
      <input type="hidden" name="version" value={stale?.version ?? textAt(values, 'version')} />
      {stale !== undefined && (
        <div ref={box} tabIndex={-1} role="alert">
          <Notice tone="warn">
            <p>{errors('entryChanged')}</p>
            <dl className="mt-2">
              {fields
                .filter((field) => differs(field, stale.values, values))
                .map((field) => (
                  <div key={field.names[0]}>
                    <dt className="inline font-label">{field.label}: </dt>
                    <dd className="inline wrap-break-word whitespace-pre-line">
                      {field.show(stale.values) || t('empty')}
                    </dd>
                  </div>
                ))}
            </dl>
          </Notice>
        </div>
      )}
    </>
  )
}
