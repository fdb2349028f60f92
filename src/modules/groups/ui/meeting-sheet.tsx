import { useLocale, useTranslations } from 'next-intl'
import { dateText, momentText } from '@/core/date-text'
import { inLanguage } from '@/core/localized'
import type { Attendance, MeetingDetail } from '@/modules/groups/meeting.schema'
import { attendanceStates } from '@/modules/groups/meeting.schema'
import { OrganisationName } from '@/modules/groups/ui/organisation-name'
import { Badge } from '@/ui/badge'
import { Facts } from '@/ui/facts'
import { Fold } from '@/ui/fold'
import { Section } from '@/ui/section'
import { TextInLanguage } from '@/ui/text-in-language'

const tones = { present: 'ok', excused: 'quiet', absent: 'quiet' } as const

/** A meeting as the group reads it: when and where, agenda, who came, minutes. */
export function MeetingSheet({ meeting, timeZone }: { meeting: MeetingDetail; timeZone: string }) {
  const t = useTranslations('groups.meeting')
  const locale = useLocale()
  const { agenda, minutes, minutesAt, earlierMinutes, attendance, place, endsAt } = meeting
  const said = (at: Date, name: string | null) => ({
    ...{ day: dateText(locale, at, 'day', timeZone), isKnown: name === null ? 'no' : 'yes', name: name ?? '' },
  })
  return (
    <>
      <Facts
        facts={[
          { label: t('starts'), value: momentText(locale, meeting.startsAt, timeZone) },
          ...(endsAt === null ? [] : [{ label: t('ends'), value: momentText(locale, endsAt, timeZone) }]),
          { label: t('place'), value: place ?? <span className="text-ink-3">{t('noPlace')}</span> },
        ]}
      />
      <Section id="agenda" title={t('agenda')}>
        {agenda === null ? (
          <p className="text-sm text-ink-2">{t('noAgenda')}</p>
        ) : (
          <TextInLanguage text={inLanguage(agenda, locale)} />
        )}
      </Section>
      <Section id="minutes" title={t('minutes')}>
        {minutes === null || minutesAt === null ? (
          <p className="text-sm text-ink-2">{t('noMinutes')}</p>
        ) : (
          <>
            <p className="mb-2 text-sm wrap-break-word text-ink-2">
              {t(earlierMinutes.length === 0 ? 'minutesOn' : 'minutesCorrected', said(minutesAt, meeting.minutesBy))}
            </p>
            <TextInLanguage text={inLanguage(minutes, locale)} />
            {earlierMinutes.length > 0 && (
              <Fold label={t('earlierMinutes', { count: earlierMinutes.length })}>
                <ol className="border-l border-rule pl-4">
                  {earlierMinutes.map((before) => (
                    <li key={before.id} className="mb-5">
                      <p className="mb-1 text-sm wrap-break-word text-ink-2">
                        {t('minutesOn', said(before.publishedAt, before.publishedBy))}
                      </p>
                      <TextInLanguage text={inLanguage(before.text, locale)} />
                    </li>
                  ))}
                </ol>
              </Fold>
            )}
          </>
        )}
      </Section>
      <Section id="attendance" title={t('attendance')}>
        {attendance.length === 0 ? (
          <p className="text-sm text-ink-2">{t('noAttendance')}</p>
        ) : (
          <>
            <p className="mb-2 text-sm text-ink-2">
              {attendanceStates
                .map((state) => t(`count.${state}`, { count: attendance.filter((one) => one.state === state).length }))
                .join(', ')}
            </p>
            <ul className="max-w-[45rem]">
              {attendance.map((one, index) => (
                <Present key={one.userId ?? index} one={one} />
              ))}
            </ul>
          </>
        )}
      </Section>
    </>
  )
}

function Present({ one }: { one: Attendance }) {
  const t = useTranslations('groups')
  return (
    <li className="flex flex-wrap items-baseline gap-x-3.5 gap-y-1 border-b border-rule py-2.5 text-sm">
      <span className="min-w-0 flex-1 basis-56 wrap-break-word">
        <b className="font-semibold">{one.name ?? t('erasedMember')}</b>
        <span className="block text-ink-2">
          <OrganisationName organisation={one.standsFor} isHidden={one.isHidden} />
        </span>
        {one.deputy !== null && <span className="block text-ink-2">{t('meeting.deputy', { name: one.deputy })}</span>}
      </span>
      <Badge tone={tones[one.state]}>{t(`attendance.${one.state}`)}</Badge>
    </li>
  )
}
