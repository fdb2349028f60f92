'use client'

import { useTranslations } from 'next-intl'
import { cancelMeetingHere } from '@/modules/groups/meeting.actions'
import { DeedForm } from '@/ui/form/deed-form.client'
import { MoreFields } from '@/ui/form/more-fields'

/** Calls a meeting off, after a second press. */
export function CancelMeeting({ id, version }: { id: string; version: number }) {
  const t = useTranslations('groups.meeting.cancel')
  return (
    <div className="mt-10 max-w-[34rem]">
      <MoreFields label={t('title')} open={false}>
        <DeedForm action={cancelMeetingHere} values={{ id, version }} submit={t('submit')} look="destructive">
          <p className="text-sm text-ink-2">{t('body')}</p>
        </DeedForm>
      </MoreFields>
    </div>
  )
}
