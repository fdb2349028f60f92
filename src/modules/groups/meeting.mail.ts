import { momentText } from '@/core/date-text'
import { inLanguage } from '@/core/localized'
import type { GroupSummary } from '@/modules/groups/group.schema'
import { calendarMeeting, meetingPath, meetingToIcs } from '@/modules/groups/meeting.ics'
import type { MeetingDetail } from '@/modules/groups/meeting.schema'
import type { Mail } from '@/platform/mail'

type Reader = { id: string; email: string; locale: string }
type About = Pick<MeetingDetail, 'id' | 'sequence' | 'startsAt' | 'endsAt' | 'place' | 'agenda' | 'isCancelled'>

const parametersOf = (group: GroupSummary, meeting: About, locale: string) => ({
  group: inLanguage(group.name, locale).value,
  when: momentText(locale, meeting.startsAt, group.territory.timeZone),
  hasPlace: meeting.place === null ? 'no' : 'yes',
  place: meeting.place ?? '',
  hasAgenda: meeting.agenda === null ? 'no' : 'yes',
  agenda: meeting.agenda === null ? '' : inLanguage(meeting.agenda, locale).value,
})

/** Tells a member of a meeting that was planned, changed or cancelled, with the entry for their calendar. */
export function meetingMail(
  template: 'groups.planned' | 'groups.moved' | 'groups.cancelled',
  reader: Reader,
  { group, meeting, site }: { group: GroupSummary; meeting: About; site: string },
): Mail {
  const method = meeting.isCancelled ? 'CANCEL' : 'REQUEST'
  return {
    template,
    to: reader.email,
    locale: reader.locale,
    parameters: parametersOf(group, meeting, reader.locale),
    link: { path: meetingPath(group, meeting) },
    attachment: {
      name: 'meeting.ics',
      type: `text/calendar; charset=utf-8; method=${method}`,
      text: meetingToIcs(calendarMeeting(group, meeting, { locale: reader.locale, site }), method),
    },
  }
}

/** Reminds a member two days before; once for each hour a meeting was moved to. */
export const reminderMail = (reader: Reader, { group, meeting }: { group: GroupSummary; meeting: About }): Mail => ({
  template: 'groups.reminder',
  to: reader.email,
  locale: reader.locale,
  parameters: parametersOf(group, meeting, reader.locale),
  link: { path: meetingPath(group, meeting) },
  once: `groups.reminder:${meeting.id}:${meeting.startsAt.getTime()}:${reader.id}`,
})
