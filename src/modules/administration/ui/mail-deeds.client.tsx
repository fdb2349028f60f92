'use client'

import { Link2, RotateCcw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { copyLink, sendAgain } from '@/modules/administration/outbox.actions'
import { Button } from '@/ui/button'
import { fieldText } from '@/ui/field-text'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { Notice } from '@/ui/notice'
import { TextInput } from '@/ui/text-input'

/** What an administrator may do with a mail as it stands. */
export function MailDeeds({ id, mayRetry, mayCopy }: { id: string; mayRetry: boolean; mayCopy: boolean }) {
  const t = useTranslations('admin.outbox')
  const errors = useTranslations('errors')
  const [again, retry, isRetrying] = useFormAction(sendAgain)
  const [copied, copy, isCopying] = useFormAction(copyLink)
  const refusal = again.refusal ?? copied.refusal
  if (!mayRetry && !mayCopy) return null
  return (
    <div className="mb-5 flex flex-col items-start gap-3">
      {mayRetry && (
        <form action={retry}>
          <input type="hidden" name="id" value={id} />
          <Button type="submit" icon={<RotateCcw aria-hidden />} busy={isRetrying} busyLabel={t('busy')}>
            {t('retry')}
          </Button>
        </form>
      )}
      {mayCopy && (
        <form action={copy} className="flex w-full flex-col items-start gap-2">
          <input type="hidden" name="id" value={id} />
          <p className="text-sm text-ink-2">{t('copyHint')}</p>
          <Button type="submit" icon={<Link2 aria-hidden />} busy={isCopying} busyLabel={t('busy')}>
            {t('copy')}
          </Button>
        </form>
      )}
      {copied.result !== undefined && (
        <div role="status" className="w-full">
          <TextInput key={copied.turn} name="link" label={t('link')} defaultValue={copied.result} readOnly />
        </div>
      )}
      {refusal && (
        <Notice tone="bad" role="alert">
          {fieldText(errors, refusal)}
        </Notice>
      )}
    </div>
  )
}
