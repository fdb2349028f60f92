import { CalendarPlus } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { momentText } from '@/core/date-text'
import { Link } from '@/i18n/navigation'
import type { MeetingRow } from '@/modules/groups/meeting.schema'
import { Badge } from '@/ui/badge'
import { LinkButton } from '@/ui/link-button'
import { Section } from '@/ui/section'

/** The meetings of a group: the next one apart, then the others, the latest first. */
export function MeetingList({
  path,
  meetings,
  now,
  timeZone,
  canKeep,
}: {
  /** Address of the group. */
  path: string
  meetings: readonly MeetingRow[]
  now: Date
  timeZone: string
  canKeep: boolean
}) {
  const t = useTranslations('groups.meetings')
  const locale = useLocale()
  const at = ({ startsAt }: MeetingRow) => momentText(locale, startsAt, timeZone)
  const next = meetings.filter(({ startsAt, isCancelled }) => startsAt > now && !isCancelled).at(-1)
  const others = meetings.filter((meeting) => meeting !== next)
  return (
    <Section id="meetings" title={t('title')}>
      {next !== undefined && (
        <div className="mb-4 max-w-[45rem] rounded-md bg-mark-soft px-4 py-3.5">
          <p className="text-xs font-label text-ink-2">{t('next')}</p>
          <Link
            href={`${path}/meetings/${next.id}`}
            prefetch={false}
            className="font-serif text-xl tracking-serif text-ink"
          >
            {at(next)}
          </Link>
          {next.place !== null && <p className="text-sm wrap-break-word">{next.place}</p>}
        </div>
      )}
      {meetings.length === 0 && <p className="mb-3 text-sm text-ink-2">{t('none')}</p>}
      {others.length > 0 && (
        <ul className="max-w-[45rem]">
          {others.map((meeting) => (
            <li
              key={meeting.id}
              className="flex flex-wrap items-baseline gap-x-3.5 gap-y-1 border-b border-rule py-3 text-sm"
            >
              <span className="min-w-0 flex-1 basis-60">
                <Link href={`${path}/meetings/${meeting.id}`} prefetch={false} className="font-semibold">
                  {at(meeting)}
                </Link>
                {meeting.place !== null && <span className="block wrap-break-word text-ink-2">{meeting.place}</span>}
              </span>
              <span className="text-ink-2">
                {[
                  meeting.hasMinutes && t('hasMinutes'),
                  meeting.startsAt <= now && t('decisions', { count: meeting.decisions }),
                ]
                  .filter(Boolean)
                  .join(', ')}
              </span>
              {meeting.isCancelled && <Badge tone="warn">{t('cancelled')}</Badge>}
            </li>
          ))}
        </ul>
      )}
      {canKeep && (
        <p data-screen-only className="mt-3">
          <LinkButton href={`${path}/meetings/new`} icon={<CalendarPlus aria-hidden />}>
            {t('plan')}
          </LinkButton>
        </p>
      )}
    </Section>
  )
}
