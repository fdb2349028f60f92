'use client'

import { useTranslations } from 'next-intl'
import { renewOwnPageHere } from '@/modules/privacy/own-data.actions'
import { Button } from '@/ui/button'
import { fieldText } from '@/ui/field-text'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { Notice } from '@/ui/notice'

/** A new link to the address of the old one. */
export function RenewOwn({ token }: { token: string }) {
  const t = useTranslations('privacy.own')
  const ask = useTranslations('privacy.ask')
  const ui = useTranslations('ui')
  const errors = useTranslations('errors')
  const [state, action, isPending] = useFormAction(renewOwnPageHere)
  if (state.result?.sent === true)
    return (
      <Notice tone="ok" role="status">
        {ask('sentTitle')}
      </Notice>
    )
  return (
    <form action={action} className="flex flex-col items-start gap-3">
      <input type="hidden" name="token" value={token} />
      {state.refusal !== null && (
        <Notice tone="bad" role="alert">
          {fieldText(errors, state.refusal)}
        </Notice>
      )}
      <Button look="primary" type="submit" busy={isPending} busyLabel={ui('sending')}>
        {t('renew')}
      </Button>
    </form>
  )
}
