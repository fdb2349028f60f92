'use client'

import { useTranslations } from 'next-intl'
import type { FormFields } from '@/core/form-fields'
import { textAt } from '@/core/form-values'
import { useSuggestions } from '@/modules/actors/ui/suggestions.client'
import { sendMember, sendNewMember } from '@/modules/groups/group.actions'
import { Button } from '@/ui/button'
import { Combobox } from '@/ui/combobox/combobox.client'
import { ErrorSummary } from '@/ui/error-summary.client'
import { useFaultLines } from '@/ui/form/use-fault-lines.client'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { LinkButton } from '@/ui/link-button'
import { SelectField } from '@/ui/select-field'
import type { SelectChoice } from '@/ui/select-options'
import { TextInput } from '@/ui/text-input'

type Props = {
  groupId: string
  initial: FormFields
  back: string
} & ({ userId: string } | { languages: readonly SelectChoice[] })

const names = ['email', 'locale', 'standsFor', 'since', 'until'] as const

/** Invites somebody into a group, or says for whom a member stands and how long. */
export function MemberForm({ groupId, initial, back, ...to }: Props) {
  const t = useTranslations('groups.member')
  const ui = useTranslations('ui')
  const { loadActors } = useSuggestions()
  const isNew = 'languages' in to
  const [state, action, isPending] = useFormAction(isNew ? sendNewMember : sendMember, 'member-form')
  const values = state.turn === 0 ? initial : state.values
  const errorOf = (name: string) => state.problems.find(({ field }) => field === name)
  const lines = useFaultLines(state, ({ field }) => {
    const name = names.find((one) => one === field)
    return name === undefined ? null : t(name)
  })
  const typed = textAt(values, 'standsForText')
  const isChosen = typed !== '' && typed === textAt(values, 'standsForFor')
  const text = (name: (typeof names)[number]) => ({
    name,
    label: t(name),
    defaultValue: textAt(values, name),
    error: errorOf(name),
  })
  return (
    <form key={state.turn} id="member-form" action={action} noValidate className="flex max-w-[34rem] flex-col gap-4.5">
      <ErrorSummary lines={lines} turn={state.turn} />
      <input type="hidden" name="groupId" value={groupId} />
      {isNew ? (
        <>
          <TextInput {...text('email')} type="email" hint={t('emailHint')} autoComplete="off" spellCheck={false} />
          <SelectField {...text('locale')} items={to.languages} hint={t('localeHint')} turn={state.turn} />
        </>
      ) : (
        <input type="hidden" name="userId" value={to.userId} />
      )}
      <Combobox
        name="standsFor"
        label={t('standsFor')}
        hint={t('standsForHint')}
        optional
        load={loadActors}
        initial={{ value: isChosen ? textAt(values, 'standsFor') : '', text: typed }}
        error={errorOf('standsFor')}
        turn={state.turn}
      />
      <div className="grid items-end gap-4.5 sm:grid-cols-2">
        <TextInput {...text('since')} type="date" optional />
        <TextInput {...text('until')} type="date" optional hint={t('untilHint')} />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button look="primary" type="submit" busy={isPending} busyLabel={ui('sending')}>
          {isNew ? t('invite') : t('save')}
        </Button>
        <LinkButton href={back} look="quiet">
          {ui('cancel')}
        </LinkButton>
      </div>
    </form>
  )
}
