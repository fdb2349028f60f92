'use client'

import { useTranslations } from 'next-intl'
import { textAt } from '@/core/form-values'
import { sendDiscussion } from '@/modules/rounds/result.actions'
import { DeedForm } from '@/ui/form/deed-form.client'
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
  return (
    <div className="max-w-[30rem]">
      <DeedForm action={sendDiscussion} id="discussion-form" values={at} submit={t('send')}>
        {({ turn, values, problems }) => (
          <SelectField
            name="meetingId"
            label={t('meeting')}
            hint={t('hint')}
            items={meetings}
            empty={t('choose')}
            defaultValue={textAt(values, 'meetingId')}
            error={problems.find(({ field }) => field === 'meetingId')}
            turn={turn}
          />
        )}
      </DeedForm>
    </div>
  )
}
