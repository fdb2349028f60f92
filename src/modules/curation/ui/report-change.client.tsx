'use client'

import { useTranslations } from 'next-intl'
import { textAt } from '@/core/form-values'
import { reportChange } from '@/modules/curation/verification.actions'
import { Button } from '@/ui/button'
import { ErrorSummary } from '@/ui/error-summary.client'
import { useFaultLines } from '@/ui/form/use-fault-lines.client'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { TextArea } from '@/ui/text-area'

/** What has changed, in words, by whoever bears the link. Works without script. */
export function ReportChange({ token, max }: { token: string; max: number }) {
  const t = useTranslations('verification.link')
  const ui = useTranslations('ui')
  const [state, action, isPending] = useFormAction(reportChange, 'report-change')
  const lines = useFaultLines(state, ({ field }) => (field === 'note' ? t('changeLabel') : null))
  return (
    <form id="report-change" action={action} noValidate className="flex max-w-[45rem] flex-col gap-4.5">
      <ErrorSummary title={ui('errorSummary', { count: lines.length })} lines={lines} turn={state.turn} />
      <input type="hidden" name="token" value={token} />
      <TextArea
        key={state.turn}
        name="note"
        label={t('changeLabel')}
        max={max}
        rows={6}
        defaultValue={textAt(state.values, 'note')}
        error={state.problems.find(({ field }) => field === 'note')}
      />
      <div>
        <Button type="submit" look="primary" busy={isPending} busyLabel={ui('sending')}>
          {t('changeSend')}
        </Button>
      </div>
    </form>
  )
}
