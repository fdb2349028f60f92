'use client'

import { useTranslations } from 'next-intl'
import { textAt } from '@/core/form-values'
import { sendRelayForm } from '@/modules/persons/relay.actions'
import { Button } from '@/ui/button'
import { ErrorSummary } from '@/ui/error-summary.client'
import { Trap } from '@/ui/form/trap'
import { useFaultLines } from '@/ui/form/use-fault-lines.client'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { Notice } from '@/ui/notice'
import { TextArea } from '@/ui/text-area'
import { TextInput } from '@/ui/text-input'

/** A message to a contact person. Once sent it says where to look; the form is gone then, so it is not sent twice. */
export function RelayForm({ to }: { to: string }) {
  const t = useTranslations('persons.write')
  const ui = useTranslations('ui')
  const [state, action, isPending] = useFormAction(sendRelayForm, 'relay-form')
  const lines = useFaultLines(state, ({ field }) =>
    field === 'name' || field === 'email' || field === 'message' ? t(field) : field,
  )
  if (state.result?.sent === true)
    return (
      <Notice tone="ok" role="status">
        <p className="font-label">{t('sentTitle')}</p>
        <p>{t('sentBody')}</p>
      </Notice>
    )
  const control = (name: 'name' | 'email' | 'message') => ({
    name,
    label: t(name),
    defaultValue: textAt(state.values, name),
    error: state.problems.find(({ field }) => field === name),
  })
  return (
    <form id="relay-form" action={action} noValidate className="flex max-w-[34rem] flex-col gap-4.5">
      <ErrorSummary lines={lines} turn={state.turn} />
      <input type="hidden" name="to" value={to} />
      <div key={state.turn} className="contents">
        <TextInput {...control('name')} autoComplete="name" />
        <TextInput {...control('email')} type="email" autoComplete="email" spellCheck={false} hint={t('emailHint')} />
        <TextArea {...control('message')} hint={t('messageHint')} max={3000} rows={7} />
        <Trap />
      </div>
      <p className="text-sm text-ink-2">{t('kept')}</p>
      <div>
        <Button look="primary" type="submit" busy={isPending} busyLabel={ui('sending')}>
          {t('submit')}
        </Button>
      </div>
    </form>
  )
}
