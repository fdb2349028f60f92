'use client'

import { Scale } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { textAt } from '@/core/form-values'
import { declareConflictHere } from '@/modules/rounds/review.actions'
import { Button } from '@/ui/button'
import { fieldText } from '@/ui/field-text'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { Notice } from '@/ui/notice'
import { TextArea } from '@/ui/text-area'

/** "I have a conflict of interest": opens to a field for the reason. Works without script. */
export function ConflictForm({ id, version, wasSent }: { id: string; version: number; wasSent: boolean }) {
  const t = useTranslations('reviews.conflict')
  const errors = useTranslations('errors')
  const ui = useTranslations('ui')
  const [state, send, isPending] = useFormAction(declareConflictHere, 'conflict-form')
  const fault = state.refusal ?? state.problems.find(({ field }) => field !== 'reason')
  return (
    <details
      open={state.turn !== 0 || undefined}
      className="my-5 rounded-md border border-rule-strong bg-sheet open:pb-4"
    >
      <summary className="flex min-h-11 items-center gap-2.5 px-3 py-1.5 text-md font-label hover:bg-sunk">
        <Scale className="size-5 flex-none" aria-hidden />
        {t('title')}
      </summary>
      <form id="conflict-form" action={send} noValidate className="flex flex-col gap-3 px-3 pt-1">
        <p className="text-sm text-ink-2">
          {t('lead')} {wasSent && t('sent')}
        </p>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={version} />
        <TextArea
          key={state.turn}
          name="reason"
          id="conflict-reason"
          label={t('reason')}
          rows={3}
          max={1000}
          defaultValue={textAt(state.values, 'reason')}
          error={state.problems.find(({ field }) => field === 'reason')}
        />
        {fault && (
          <Notice tone="bad" role="alert">
            {fieldText(errors, fault)}
          </Notice>
        )}
        <div>
          <Button type="submit" look="destructive" busy={isPending} busyLabel={ui('sending')}>
            {t('submit')}
          </Button>
        </div>
      </form>
    </details>
  )
}
