'use client'

import { useTranslations } from 'next-intl'
import { textAt } from '@/core/form-values'
import { answerRequestHere } from '@/modules/privacy/data-request.actions'
import { Button } from '@/ui/button'
import { ErrorSummary } from '@/ui/error-summary.client'
import { useFaultLines } from '@/ui/form/use-fault-lines.client'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { TextArea } from '@/ui/text-area'

/** The answer the sender reads, and two ways to send it. */
export function AnswerForm({ id }: { id: string }) {
  const t = useTranslations('privacy.answer')
  const ui = useTranslations('ui')
  const [state, action, isPending] = useFormAction(answerRequestHere)
  const lines = useFaultLines(state, ({ field }) => (field === 'answer' ? t('answer') : field))
  return (
    <form action={action} noValidate className="flex max-w-[34rem] flex-col gap-4.5">
      <ErrorSummary lines={lines} turn={state.turn} />
      <input type="hidden" name="id" value={id} />
      <TextArea
        key={state.turn}
        name="answer"
        label={t('answer')}
        hint={t('answerHint')}
        max={3000}
        defaultValue={textAt(state.values, 'answer')}
        error={state.problems.find(({ field }) => field === 'answer')}
      />
      <div className="flex flex-wrap gap-2">
        <Button look="primary" type="submit" name="outcome" value="done" busy={isPending} busyLabel={ui('sending')}>
          {t('done')}
        </Button>
        <Button type="submit" name="outcome" value="declined" busy={isPending} busyLabel={ui('sending')}>
          {t('declined')}
        </Button>
      </div>
    </form>
  )
}
