'use client'

import { useTranslations } from 'next-intl'
import { removeMemberHere } from '@/modules/groups/group.actions'
import { DeedForm } from '@/ui/form/deed-form.client'
import { MoreFields } from '@/ui/form/more-fields'

/** Takes a member out, after a second press: a native disclosure, so that it also works without script. */
export function RemoveMember({ groupId, userId }: { groupId: string; userId: string }) {
  const t = useTranslations('groups.remove')
  return (
    <div className="mt-10 max-w-[34rem]">
      <MoreFields label={t('title')} open={false}>
        <DeedForm action={removeMemberHere} values={{ groupId, userId }} submit={t('submit')} look="destructive">
          <p className="text-sm text-ink-2">{t('body')}</p>
        </DeedForm>
      </MoreFields>
    </div>
  )
}
