'use client'

import { useTranslations } from 'next-intl'
import { takeContestBack } from '@/modules/curation/contest.actions'
import { Button } from '@/ui/button'
import { fieldText } from '@/ui/field-text'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { Notice } from '@/ui/notice'

/** The button with which a territory takes its contest back. */
export function WithdrawContest({ id }: { id: string }) {
  const t = useTranslations('contest')
  const errors = useTranslations('errors')
  const [state, send, isPending] = useFormAction(takeContestBack)
  return (
    <form action={send} className="flex flex-col items-start gap-3">
      <input type="hidden" name="id" value={id} />
      {state.refusal && (
        <Notice tone="bad" role="alert">
          {fieldText(errors, state.refusal)}
        </Notice>
      )}
      <Button type="submit" busy={isPending} busyLabel={t('busy')}>
        {t('withdraw')}
      </Button>
    </form>
  )
}
