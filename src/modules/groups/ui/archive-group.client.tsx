'use client'

import { useTranslations } from 'next-intl'
import { archiveGroupHere } from '@/modules/groups/group.actions'
import { ReasonForm } from '@/ui/form/reason-form.client'

/** Archives a group, with a reason that its readers see. */
export function ArchiveGroup({ at, name }: { at: { id: string; version: number }; name: string }) {
  const t = useTranslations('groups.archive')
  return (
    <div className="mt-10">
      <ReasonForm
        action={archiveGroupHere}
        about={{ id: at.id, name }}
        trigger={t('trigger')}
        label={t('reason')}
        hint={t('hint')}
        send={t('submit')}
        isFinal
      >
        <p className="text-sm text-ink-2">{t('body')}</p>
        <input type="hidden" name="id" value={at.id} />
        <input type="hidden" name="version" value={at.version} />
      </ReasonForm>
    </div>
  )
}
