'use client'

import { useTranslations } from 'next-intl'
import { turnOffTwoFactorHere } from '@/modules/accounts/two-factor.actions'
import { CodeForm } from '@/modules/accounts/ui/code-form.client'

/** The way back to one factor. */
export function TurnOff() {
  const t = useTranslations('ownAccount.twoFactor')
  return (
    <>
      <p className="mb-4 text-ink-2">{t('offLead')}</p>
      <CodeForm
        action={turnOffTwoFactorHere}
        id="turn-off-code"
        label={t('code')}
        hint={t('renewHint')}
        submit={t('turnOff')}
        busy={t('offBusy')}
        look="destructive"
        isRecovery
      />
    </>
  )
}
