'use client'

import { useTranslations } from 'next-intl'
import { answerTransfer } from '@/modules/curation/custody.actions'
import { Button } from '@/ui/button'
import { fieldText } from '@/ui/field-text'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { Notice } from '@/ui/notice'

/** Take a record over, or leave it where it is. */
export function TransferDeeds({ id, name }: { id: string; name: string }) {
  const t = useTranslations('custody')
  const errors = useTranslations('errors')
  const [state, send, isPending] = useFormAction(answerTransfer)
  const fault = state.refusal ?? state.problems[0]
  return (
    <form action={send} className="flex flex-wrap items-start gap-2">
      <input type="hidden" name="id" value={id} />
      {(['accept', 'decline'] as const).map((decision) => (
        <Button
          key={decision}
          type="submit"
          size="small"
          name="decision"
          value={decision}
          busy={isPending}
          busyLabel={t('busy')}
          aria-label={`${t(`transfer.${decision}`)}: ${name}`}
        >
          {t(`transfer.${decision}`)}
        </Button>
      ))}
      {fault && (
        <Notice tone="bad" role="alert">
          {fieldText(errors, fault)}
        </Notice>
      )}
    </form>
  )
}
