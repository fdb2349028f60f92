import { useLocale, useTranslations } from 'next-intl'
import { Link } from '@/i18n/navigation'
import { momentText } from '@/core/date-text'
import { Notice } from '@/ui/notice'

/** To its author, above the form: a change that waits, or the answer to the last one. */
export function ProposalNotice({
  proposal: { id, isPending, answer, createdAt },
}: {
  proposal: { id: string; isPending: boolean; answer: string | null; createdAt: Date }
}) {
  const t = useTranslations('proposals.notice')
  const locale = useLocale()
  return (
    <Notice tone={isPending ? 'mark' : 'warn'}>
      {isPending ? t('waiting', { at: momentText(locale, createdAt) }) : t('declined', { answer: answer ?? '' })}{' '}
      <Link href={`/desk/changes/${id}`} prefetch={false}>
        {t('look')}
      </Link>
    </Notice>
  )
}
