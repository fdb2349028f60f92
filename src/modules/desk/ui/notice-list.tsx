import { Bell, Check } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { momentText } from '@/core/date-text'
import { Link } from '@/i18n/navigation'
import { markRead } from '@/modules/desk/notice.actions'
import type { NoticeRow } from '@/modules/desk/notice.schema'
import { DeedForm } from '@/ui/form/deed-form.client'

/** News with when, the way to what they are about, and a button for those not read yet. */
export function NoticeList({ notices }: { notices: readonly NoticeRow[] }) {
  const t = useTranslations('desk.news')
  const locale = useLocale()
  return (
    <ul>
      {notices.map(({ id, text, recordKind, recordId, createdAt, readAt }) => (
        <li key={id} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-b border-rule py-3">
          <span className="flex min-w-0 flex-1 basis-64 items-start gap-3">
            <Bell className={`mt-0.5 size-5 flex-none ${readAt === null ? 'text-ink' : 'text-ink-3'}`} aria-hidden />
            <span className="min-w-0">
              <Words text={text} path={pathOf(recordKind, recordId)} isUnread={readAt === null} />
              <span className="block text-sm text-ink-2">
                {readAt === null && <span className="sr-only">{t('unread')}, </span>}
                <time dateTime={createdAt.toISOString()}>{momentText(locale, createdAt)}</time>
              </span>
            </span>
          </span>
          {readAt === null && (
            <DeedForm
              action={markRead}
              values={{ id }}
              submit={{ text: t('read'), label: t('readNamed', { text }) }}
              busy={t('busy')}
              size="small"
              icon={<Check aria-hidden />}
            />
          )}
        </li>
      ))}
    </ul>
  )
}

function Words({ text, path, isUnread }: { text: string; path: string | null; isUnread: boolean }) {
  const look = `wrap-break-word ${isUnread ? 'font-semibold' : ''}`
  if (path === null) return <span className={look}>{text}</span>
  return (
    <Link href={path} prefetch={false} className={look}>
      {text}
    </Link>
  )
}

const pathOf = (kind: NoticeRow['recordKind'], id: string | null): string | null =>
  id !== null && (kind === 'actor' || kind === 'relation' || kind === 'practice' || kind === 'territory')
    ? `/${kind === 'territory' ? 'territories' : `${kind}s`}/${id}`
    : null
