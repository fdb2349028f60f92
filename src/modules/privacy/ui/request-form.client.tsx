'use client'

import { useTranslations } from 'next-intl'
import { textAt } from '@/core/form-values'
import { sendDataRequest } from '@/modules/privacy/data-request.actions'
import { requestKinds } from '@/modules/privacy/choices.schema'
import { Button } from '@/ui/button'
import { ErrorSummary } from '@/ui/error-summary.client'
import { Trap } from '@/ui/form/trap'
import { useFaultLines } from '@/ui/form/use-fault-lines.client'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { Notice } from '@/ui/notice'
import { SelectField } from '@/ui/select-field'
import type { SelectChoice } from '@/ui/select-options'
import { TextArea } from '@/ui/text-area'
import { TextInput } from '@/ui/text-input'

const names = ['kind', 'name', 'email', 'territoryId', 'message'] as const

/** A request under the GDPR, in own words; it is filed once its sender has confirmed the address. */
export function RequestForm({ territories }: { territories: readonly SelectChoice[] }) {
  const t = useTranslations('privacy.request')
  const ui = useTranslations('ui')
  const [state, action, isPending] = useFormAction(sendDataRequest)
  const lines = useFaultLines(state, ({ field }) => {
    const name = names.find((one) => one === field)
    return name === undefined ? field : t(name)
  })
  if (state.result?.sent === true)
    return (
      <Notice tone="ok" role="status">
        <p className="font-label">{t('sentTitle')}</p>
        <p>{t('sentBody')}</p>
      </Notice>
    )
  const control = (name: (typeof names)[number]) => ({
    name,
    label: t(name),
    defaultValue: textAt(state.values, name),
    error: state.problems.find(({ field }) => field === name),
  })
  return (
    <form action={action} noValidate className="flex max-w-[34rem] flex-col gap-4.5">
      <ErrorSummary lines={lines} turn={state.turn} />
      <div key={state.turn} className="contents">
        <SelectField
          {...control('kind')}
          empty={t('choose')}
          items={requestKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        />
        <TextInput {...control('name')} autoComplete="name" />
        <TextInput {...control('email')} type="email" autoComplete="email" spellCheck={false} hint={t('emailHint')} />
        <SelectField
          {...control('territoryId')}
          optional
          empty={t('anyTerritory')}
          hint={t('territoryHint')}
          items={territories}
        />
        <TextArea {...control('message')} max={3000} hint={t('messageHint')} />
        <Trap />
      </div>
      <div>
        <Button look="primary" type="submit" busy={isPending} busyLabel={ui('sending')}>
          {t('submit')}
        </Button>
      </div>
    </form>
  )
}
