'use client'

import { useTranslations } from 'next-intl'
import { retentionHere } from '@/modules/privacy/retention.actions'
import { retentionParts } from '@/modules/privacy/choices.schema'
import { Button } from '@/ui/button'
import { fieldText } from '@/ui/field-text'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { Notice } from '@/ui/notice'

/** Dry run first: counts of what is past its time; then the button that takes it away. */
export function RetentionRun() {
  const t = useTranslations('privacy.retention')
  const ui = useTranslations('ui')
  const errors = useTranslations('errors')
  const [state, action, isPending] = useFormAction(retentionHere)
  const { result } = state
  const total = Object.values(result?.counts ?? {}).reduce((sum, count) => sum + count, 0)
  return (
    <form action={action} className="flex flex-col items-start gap-4">
      {state.refusal !== null && (
        <Notice tone="bad" role="alert">
          {fieldText(errors, state.refusal)}
        </Notice>
      )}
      {result !== undefined && (
        <div role="status" className="w-full max-w-[34rem]">
          <p className="mb-2 font-label">{t(result.mode === 'dry' ? 'found' : 'gone', { count: total })}</p>
          <dl className="text-md">
            {retentionParts.map((part) => (
              <div key={part} className="flex justify-between gap-4 border-b border-rule py-2">
                <dt>{t(`part.${part}`)}</dt>
                <dd className="tabular-nums">{result.counts[part]}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" name="mode" value="dry" look="primary" busy={isPending} busyLabel={ui('loading')}>
          {t('dry')}
        </Button>
        {result?.mode === 'dry' && total > 0 && (
          <Button type="submit" name="mode" value="now" look="destructive" busy={isPending} busyLabel={ui('loading')}>
            {t('now')}
          </Button>
        )}
      </div>
    </form>
  )
}
