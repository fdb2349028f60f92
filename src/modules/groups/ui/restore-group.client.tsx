'use client'

import { useTranslations } from 'next-intl'
import { restoreGroupHere } from '@/modules/groups/group.actions'
import { DeedForm } from '@/ui/form/deed-form.client'

/** Lets an archived group work again. */
export function RestoreGroup({ at }: { at: { id: string; version: number } }) {
  const t = useTranslations('groups.archive')
  return (
    <div className="mt-5 max-w-[34rem]">
      <DeedForm action={restoreGroupHere} values={{ id: at.id, version: at.version }} submit={t('restore')}>
        <p className="text-sm text-ink-2">{t('restoreBody')}</p>
      </DeedForm>
    </div>
  )
}
