'use client'

import { useTranslations } from 'next-intl'
import { takeBackProposal } from '@/modules/curation/proposal.actions'
import { Button } from '@/ui/button'
import { fieldText } from '@/ui/field-text'
import { useFormAction } from '@/ui/form/use-form-action.client'

/** The author takes a proposal back. */
export function WithdrawProposal({ id }: { id: string }) {
  const t = useTranslations('proposals.form')
  const moves = useTranslations('form.moves')
  const errors = useTranslations('errors')
  const [{ refusal }, send, isPending] = useFormAction(takeBackProposal)
  return (
    <form action={send} className="flex flex-wrap items-center gap-3">
      <input type="hidden" name="id" value={id} />
      <Button type="submit" size="small" look="destructive" busy={isPending} busyLabel={moves('busy')}>
        {t('withdraw')}
      </Button>
      {refusal && (
        <span role="alert" className="text-sm text-bad">
          {fieldText(errors, refusal)}
        </span>
      )}
    </form>
  )
}
