'use client'

import { Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { undoDone } from '@/modules/desk/bulk.actions'
import type { BulkDeedName } from '@/modules/desk/bulk.schema'
import { Button } from '@/ui/button'
import { fieldText } from '@/ui/field-text'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { Notice } from '@/ui/notice'

/** What one deed over many did, which records it left and why, and the way back. */
export function BulkOutcome({
  outcome: { id, deed, done, together, isUndone, refused },
}: {
  outcome: {
    id: string
    deed: BulkDeedName
    done: number
    together: number
    isUndone: boolean
    refused: readonly { id: string; name: string; why: string }[]
  }
}) {
  const t = useTranslations('bulk')
  const errors = useTranslations('errors')
  const moves = useTranslations('form.moves')
  const [{ refusal }, send, isPending] = useFormAction(undoDone)
  return (
    <div className="mb-5 flex flex-col gap-3">
      <Notice tone={done > 0 ? 'ok' : 'warn'} role="status">
        <p className="font-semibold">{t(`done.${deed}`, { count: done })}</p>
        {together > 0 && <p>{t('together', { count: together })}</p>}
        {done > 0 && !isUndone && (
          <form action={send} className="mt-2 flex flex-wrap items-center gap-3">
            <input type="hidden" name="id" value={id} />
            <Button type="submit" size="small" icon={<Undo2 aria-hidden />} busy={isPending} busyLabel={moves('busy')}>
              {t('undo')}
            </Button>
            {refusal && (
              <span role="alert" className="text-bad">
                {fieldText(errors, refusal)}
              </span>
            )}
          </form>
        )}
        {isUndone && <p>{t('undoneAlready')}</p>}
      </Notice>
      {refused.length > 0 && (
        <Notice tone="warn">
          <p className="font-semibold">{t('left', { count: refused.length })}</p>
          <ul className="mt-1 max-h-72 list-disc overflow-y-auto pl-5" tabIndex={refused.length > 8 ? 0 : undefined}>
            {refused.map((record) => (
              <li key={record.id} className="wrap-break-word">
                {record.name === '' ? t('unknown') : record.name}: {fieldText(errors, { message: record.why })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  )
}
