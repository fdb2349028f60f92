'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode } from 'react'
import { beginTwoFactorHere, confirmTwoFactorHere, renewRecoveryCodesHere } from '@/modules/accounts/two-factor.actions'
import type { TwoFactor } from '@/modules/accounts/two-factor.schema'
import { CodesForm } from '@/modules/accounts/ui/codes-form.client'
import { RecoveryCodes } from '@/modules/accounts/ui/recovery-codes.client'
import { TurnOff } from '@/modules/accounts/ui/turn-off.client'
import { DeedForm } from '@/ui/form/deed-form.client'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { Notice } from '@/ui/notice'
import { Section } from '@/ui/section'

/**
 * Second factors of one's own account, from "off" to "on". Recovery codes take the place of everything else; both forms
 * that answer with them live here whatever is shown, so that without script, too, the page that comes back finds the
 * answer. `setUp` shows the key.
 */
export function TwoFactorPanel({
  twoFactor: { state, isObligatory, codesLeft },
  since,
  email,
  setUp,
}: {
  twoFactor: Pick<TwoFactor, 'state' | 'isObligatory' | 'codesLeft'>
  /** Since when it is on, in words. */
  since: string
  email: string
  setUp: ReactNode
}) {
  const t = useTranslations('ownAccount.twoFactor')
  const confirmed = useFormAction(confirmTwoFactorHere)
  const renewed = useFormAction(renewRecoveryCodesHere)
  const codes = renewed[0].result?.codes ?? confirmed[0].result?.codes
  if (codes !== undefined) return <RecoveryCodes codes={codes} email={email} />
  if (state === 'off')
    return (
      <>
        <p className="mb-5">{t('needs')}</p>
        <DeedForm action={beginTwoFactorHere} values={{}} look="primary" submit={t('begin')} busy={t('beginBusy')} />
      </>
    )
  if (state === 'begun')
    return (
      <>
        {setUp}
        <Section id="confirm" title={t('confirmTitle')}>
          <CodesForm deed="confirm" sent={confirmed} />
        </Section>
        <div className="mt-8">
          <DeedForm action={beginTwoFactorHere} values={{}} look="quiet" submit={t('again')} busy={t('beginBusy')} />
        </div>
      </>
    )
  return (
    <>
      <Notice tone={codesLeft > 2 ? 'ok' : 'warn'}>
        {t('isOn', { day: since })} {t('codesLeft', { count: codesLeft })}
      </Notice>
      <Section id="renew" title={t('renewTitle')}>
        <p className="mb-4 text-ink-2">{t('renewLead')}</p>
        <CodesForm deed="renew" sent={renewed} />
      </Section>
      <Section id="turn-off" title={t('offTitle')}>
        {isObligatory ? <p className="text-ink-2">{t('offNever')}</p> : <TurnOff />}
      </Section>
    </>
  )
}
