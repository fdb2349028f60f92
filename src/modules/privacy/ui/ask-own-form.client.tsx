'use client'

import { useTranslations } from 'next-intl'
import { textAt } from '@/core/form-values'
import { askForOwnPageHere } from '@/modules/privacy/own-data.actions'
import { Button } from '@/ui/button'
import { ErrorSummary } from '@/ui/error-summary.client'
import { Trap } from '@/ui/form/trap'
import { useFaultLines } from '@/ui/form/use-fault-lines.client'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { Notice } from '@/ui/notice'
import { TextInput } from '@/ui/text-input'

/** "What is held about me": one address; the answer is the same whatever is held. */
export function AskOwnForm() {
  const t = useTranslations('privacy.ask')
  const ui = useTranslations('ui')
  const [state, action, isPending] = useFormAction(askForOwnPageHere)
  const lines = useFaultLines(state, ({ field }) => (field === 'email' ? t('email') : field))
  if (state.result?.sent === true)
    return (
      <Notice tone="ok" role="status">
        <p className="font-label">{t('sentTitle')}</p>
        <p>{t('sentBody')}</p>
      </Notice>
    )
  return (
    <form action={action} noValidate className="flex max-w-[26rem] flex-col gap-4.5">
      <ErrorSummary lines={lines} turn={state.turn} />
      <div key={state.turn} className="contents">
        <TextInput
          name="email"
          id="own-email"
          type="email"
          label={t('email')}
          autoComplete="email"
          spellCheck={false}
          defaultValue={textAt(state.values, 'email')}
          error={state.problems.find(({ field }) => field === 'email')}
        />
        <Trap id="own-website" />
      </div>
      <div>
        <Button type="submit" busy={isPending} busyLabel={ui('sending')}>
          {t('submit')}
        </Button>
      </div>
    </form>
  )
}
