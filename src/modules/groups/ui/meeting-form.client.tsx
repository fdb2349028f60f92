'use client'

import { useTranslations } from 'next-intl'
import type { FormFields } from '@/core/form-fields'
import { textAt } from '@/core/form-values'
import { sendMeeting } from '@/modules/groups/meeting.actions'
import { Button } from '@/ui/button'
import { Checkbox } from '@/ui/checkbox'
import { ErrorSummary } from '@/ui/error-summary.client'
import { useFaultLines } from '@/ui/form/use-fault-lines.client'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { LinkButton } from '@/ui/link-button'
import { SelectField } from '@/ui/select-field'
import type { SelectChoice } from '@/ui/select-options'
import { TextArea } from '@/ui/text-area'
import { TextInput } from '@/ui/text-input'

const names = ['day', 'from', 'to', 'place', 'language', 'agenda'] as const

/** Plans a meeting or changes one. `at` is the meeting that is there; `maxAgenda` the limit of its text. */
export function MeetingForm({
  groupId,
  at,
  initial,
  languages,
  timeZone,
  back,
  maxAgenda,
}: {
  groupId: string
  at: { id: string; version: number } | null
  initial: FormFields
  languages: readonly SelectChoice[]
  /** In words. */
  timeZone: string
  back: string
  maxAgenda: number
}) {
  const t = useTranslations('groups.meeting.form')
  const ui = useTranslations('ui')
  const [state, action, isPending] = useFormAction(sendMeeting, 'meeting-form')
  const values = state.turn === 0 ? initial : state.values
  const lines = useFaultLines(state, ({ field }) => {
    const name = names.find((one) => one === field)
    return name === undefined ? null : t(name)
  })
  const text = (name: (typeof names)[number]) => ({
    name,
    label: t(name),
    defaultValue: textAt(values, name),
    error: state.problems.find(({ field }) => field === name),
  })
  return (
    <form key={state.turn} id="meeting-form" action={action} noValidate className="flex max-w-[34rem] flex-col gap-4.5">
      <ErrorSummary lines={lines} turn={state.turn} />
      <input type="hidden" name="groupId" value={groupId} />
      {at !== null && (
        <>
          <input type="hidden" name="id" value={at.id} />
          <input type="hidden" name="version" value={at.version} />
        </>
      )}
      <TextInput {...text('day')} type="date" />
      <div className="grid items-end gap-4.5 sm:grid-cols-2">
        <TextInput {...text('from')} hint={t('fromHint', { timeZone })} autoComplete="off" />
        <TextInput {...text('to')} optional autoComplete="off" />
      </div>
      <TextInput {...text('place')} hint={t('placeHint')} optional autoComplete="off" />
      <SelectField {...text('language')} items={languages} turn={state.turn} />
      <TextArea {...text('agenda')} hint={t('agendaHint')} optional rows={8} max={maxAgenda} />
      <Checkbox
        name="tell"
        value="on"
        defaultChecked={state.turn === 0 || textAt(values, 'tell') === 'on'}
        hint={t('tellHint')}
      >
        {t('tell')}
      </Checkbox>
      <div className="flex flex-wrap gap-2">
        <Button look="primary" type="submit" busy={isPending} busyLabel={ui('sending')}>
          {at === null ? t('plan') : t('save')}
        </Button>
        <LinkButton href={back} look="quiet">
          {ui('cancel')}
        </LinkButton>
      </div>
    </form>
  )
}
