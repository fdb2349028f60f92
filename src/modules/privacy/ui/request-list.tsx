import { useLocale, useTranslations } from 'next-intl'
import { dateText } from '@/core/date-text'
import { Link } from '@/i18n/navigation'
import type { DataRequest } from '@/modules/privacy/data-request.schema'
import { Badge } from '@/ui/badge'

/** Requests of data subjects, with the day they are due. `today` decides what is late. */
export function RequestList({ requests, today }: { requests: readonly DataRequest[]; today: Date }) {
  const t = useTranslations('privacy.queue')
  const kinds = useTranslations('privacy.request.kinds')
  const locale = useLocale()
  const day = (at: Date) => dateText(locale, at, 'day')
  return (
    <ul className="max-w-[45rem]">
      {requests.map((request) => {
        const isOpen = request.state === 'open'
        const isLate = isOpen && request.dueOn < today
        return (
          <li key={request.id} className="flex flex-wrap items-start gap-x-3.5 gap-y-1.5 border-b border-rule py-3">
            <span className="min-w-0 flex-1 basis-60">
              <Link href={`/desk/privacy/${request.id}`} prefetch={false} className="font-semibold wrap-break-word">
                {kinds(request.kind)}
              </Link>
              <span className="block text-sm wrap-break-word text-ink-2">
                {[request.name || t('erasedSender'), request.territory].filter((part) => part !== null).join(', ')}
              </span>
              <span className="block text-sm text-ink-3">
                {isOpen || request.decidedAt === null
                  ? t('due', { day: day(request.dueOn) })
                  : t('decided', { day: day(request.decidedAt) })}
              </span>
            </span>
            <Badge tone={isLate ? 'bad' : isOpen ? 'mark' : 'quiet'}>
              {isLate ? t('late') : t(`state.${request.state}`)}
            </Badge>
          </li>
        )
      })}
    </ul>
  )
}
