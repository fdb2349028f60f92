'use client'

import { useTranslations } from 'next-intl'
import { textAt } from '@/core/form-values'
import { sendDiscussion } from '@/modules/rounds/result.actions'
import { Button } from '@/ui/button'
import { fieldText } from '@/ui/field-text'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { Notice } from '@/ui/notice'
import { SelectField } from '@/ui/select-field'
import type { SelectChoice } from '@/ui/select-options'

/** In which meeting the group has discussed a practice. */
export function DiscussionForm({
  at,
  meetings,
}: {
  at: { roundId: string; practiceId: string; version: number }
  meetings: readonly SelectChoice[]
}) {
  const t = useTranslations('rounds.result.discussion')
  const errors = useTranslations('errors')
  const ui = useTranslations('ui')
  const [state, action, isPending] = useFormAction(sendDiscussion, 'discussion-form')
  return (
    <form
      key={state.turn}
      id="discussion-form"
      action={action}
      noValidate
      className="flex max-w-[30rem] flex-col gap-3.5"
    >
      <input type="hidden" name="roundId" value={at.roundId} />
      <input type="hidden" name="practiceId" value={at.practiceId} />
      <input type="hidden" name="version" value={at.version} />
      <SelectField
        name="meetingId"
        label={t('meeting')}
        hint={t('hint')}
        items={meetings}
        empty={t('choose')}
        defaultValue={textAt(state.values, 'meetingId')}
        error={state.problems.find(({ field }) => field === 'meetingId')}
        turn={state.turn}
      />
      {state.refusal && (
        <Notice tone="bad" role="alert">
          {fieldText(errors, state.refusal)}
        </Notice>
      )}
      <div>
        <Button type="submit" look="secondary" busy={isPending} busyLabel={ui('sending')}>
          {t('send')}
        </Button>
      </div>
    </form>
  )
}
