'use client'

import { Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { takeMergeBack } from '@/modules/curation/merge.actions'
import { Button } from '@/ui/button'
import { fieldText } from '@/ui/field-text'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { Notice } from '@/ui/notice'

/** The button that takes a merge back. */
export function TakeMergeBack({ id }: { id: string }) {
  const t = useTranslations('duplicates')
  const errors = useTranslations('errors')
  const [state, send, isPending] = useFormAction(takeMergeBack)
  return (
    <form action={send} className="flex flex-col items-start gap-3">
      <input type="hidden" name="id" value={id} />
      {state.refusal && (
        <Notice tone="bad" role="alert">
          {fieldText(errors, state.refusal)}
        </Notice>
      )}
      <Button type="submit" icon={<Undo2 aria-hidden />} busy={isPending} busyLabel={t('busy')}>
        {t('merged.undo')}
      </Button>
    </form>
  )
}
