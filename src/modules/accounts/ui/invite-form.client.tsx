'use client'

import { useTranslations } from 'next-intl'
import { textAt } from '@/core/form-values'
import { inviteHere } from '@/modules/accounts/invitation.actions'
import { type GivenRole, useRoleItems } from '@/modules/accounts/ui/use-role-words'
import { Button } from '@/ui/button'
import { ErrorSummary } from '@/ui/error-summary.client'
import { useFaultLines } from '@/ui/form/use-fault-lines.client'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { SelectField } from '@/ui/select-field'
import type { SelectChoice } from '@/ui/select-options'
import { TextInput } from '@/ui/text-input'

/** Whom to invite, as what, in which language the mail is written. */
export function InviteForm({
  roles,
  languages,
  language,
}: {
  roles: readonly GivenRole[]
  languages: readonly SelectChoice[]
  language: string
}) {
  const t = useTranslations('users.invite')
  const [state, send, isPending] = useFormAction(inviteHere)
  const faultOf = (field: string) => state.problems.find((problem) => problem.field === field)
  const labels: Record<string, string> = { email: t('email'), as: t('as'), locale: t('locale') }
  const lines = useFaultLines(state, ({ field }) => labels[field] ?? null)
  return (
    <form action={send} noValidate className="flex max-w-[34rem] flex-col gap-4.5">
      <ErrorSummary lines={lines} turn={state.turn} />
      <TextInput
        key={state.turn}
        name="email"
        type="email"
        label={t('email')}
        autoComplete="off"
        spellCheck={false}
        defaultValue={textAt(state.values, 'email')}
        error={faultOf('email')}
      />
      <SelectField
        name="as"
        label={t('as')}
        hint={t('asHint')}
        items={useRoleItems(roles)}
        empty={t('choose')}
        turn={state.turn}
        defaultValue={textAt(state.values, 'as')}
        error={faultOf('as')}
      />
      <SelectField
        name="locale"
        label={t('locale')}
        items={languages}
        turn={state.turn}
        defaultValue={textAt(state.values, 'locale') || language}
        error={faultOf('locale')}
      />
      <div>
        <Button look="primary" type="submit" busy={isPending} busyLabel={t('busy')}>
          {t('submit')}
        </Button>
      </div>
    </form>
  )
}
