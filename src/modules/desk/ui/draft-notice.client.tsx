'use client'

import { useTranslations } from 'next-intl'
import { discardDraft } from '@/modules/desk/draft.actions'
import type { DraftForm } from '@/modules/desk/draft.schema'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog.client'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { Notice } from '@/ui/notice'

/** Says that unsent text was brought back, and lets its writer throw it away. `at`: when it was kept, in words. */
export function DraftNotice({ form, recordId, at }: { form: DraftForm; recordId: string; at: string }) {
  const t = useTranslations('desk.draft')
  const ui = useTranslations('ui')
  const [, discard, isPending] = useFormAction(discardDraft)
  return (
    <Notice tone="mark">
      <p>{t('back', { at })}</p>
      <div className="mt-2">
        <Dialog trigger={t('discard')} title={t('discardTitle')} size="small">
          <p className="text-sm text-ink-2">{t('discardBody')}</p>
          <form action={discard} className="flex flex-wrap gap-2">
            <input type="hidden" name="form" value={form} />
            <input type="hidden" name="recordId" value={recordId} />
            <Button type="submit" look="destructive" busy={isPending} busyLabel={ui('sending')}>
              {t('discardNow')}
            </Button>
            <Button data-close="">{ui('cancel')}</Button>
          </form>
        </Dialog>
      </div>
    </Notice>
  )
}
