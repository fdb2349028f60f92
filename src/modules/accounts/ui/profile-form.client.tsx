'use client'

import { useTranslations } from 'next-intl'
import { textAt } from '@/core/form-values'
import { locales } from '@/core/locales'
import { saveProfileHere } from '@/modules/accounts/own-account.actions'
import type { OwnAccount } from '@/modules/accounts/own-account.schema'
import { digests } from '@/modules/accounts/choices.schema'
import { Button } from '@/ui/button'
import { ErrorSummary } from '@/ui/error-summary.client'
import { useFaultLines } from '@/ui/form/use-fault-lines.client'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { languageNames } from '@/ui/language-names'
import { RadioSegment } from '@/ui/radio-segment'
import { SelectField } from '@/ui/select-field'
import { TextInput } from '@/ui/text-input'

const fields = ['name', 'locale', 'digest'] as const
type FieldName = (typeof fields)[number]

/** What one says of oneself. */
export function ProfileForm({ account }: { account: Pick<OwnAccount, FieldName> }) {
  const t = useTranslations('ownAccount.you')
  const [state, send, isPending] = useFormAction(saveProfileHere, 'profile-form')
  const values = state.turn === 0 ? account : state.values
  const lines = useFaultLines(state, ({ field }) => {
    const known = fields.find((name) => name === field)
    return known === undefined ? null : t(known)
  })
  const control = (name: FieldName) => ({
    name,
    label: t(name),
    defaultValue: textAt(values, name),
    error: state.problems.find(({ field }) => field === name),
  })
  return (
    <form id="profile-form" action={send} noValidate className="flex max-w-[34rem] flex-col gap-5">
      <ErrorSummary lines={lines} turn={state.turn} />
      <TextInput key={`name ${state.turn}`} {...control('name')} hint={t('nameHint')} autoComplete="name" />
      <SelectField
        {...control('locale')}
        hint={t('localeHint')}
        items={locales.map((value) => ({ value, label: languageNames[value] }))}
        turn={state.turn}
      />
      <RadioSegment
        {...control('digest')}
        hint={t('digestHint')}
        choices={digests.map((value) => ({ value, label: t(value) }))}
        turn={state.turn}
      />
      <div>
        <Button look="primary" type="submit" busy={isPending} busyLabel={t('saving')}>
          {t('save')}
        </Button>
      </div>
    </form>
  )
}
