import ical, { type ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { inLanguage } from '@/core/localized'
import type { GroupSummary } from '@/modules/groups/group.schema'
import type { MeetingDetail } from '@/modules/groups/meeting.schema'

type AboutMeeting = Pick<MeetingDetail, 'id' | 'sequence' | 'startsAt' | 'endsAt' | 'place' | 'agenda' | 'isCancelled'>

/** A meeting as a calendar is told of it, with words in the reader's language. */
type CalendarMeeting = {
  id: string
  sequence: number
  startsAt: Date
  endsAt: Date | null
  isCancelled: boolean
  title: string
  place: string | null
  agenda: string | null
  /** Address of the meeting's page. */
  url: string
  /** When this was written (RFC 5545 §3.8.7.2). */
  writtenAt: Date
}

/** The page of a meeting, without the language. */
export const meetingPath = (group: Pick<GroupSummary, 'slug'>, meeting: Pick<AboutMeeting, 'id'>) =>
  `/desk/group/${group.slug}/meetings/${meeting.id}`

/** A meeting for a calendar, in the reader's language; `site` is the address of the atlas. */
export const calendarMeeting = (
  group: Pick<GroupSummary, 'slug' | 'name'>,
  meeting: AboutMeeting,
  { locale, site }: { locale: string; site: string },
) => ({
  ...{ id: meeting.id, sequence: meeting.sequence, startsAt: meeting.startsAt, endsAt: meeting.endsAt },
  ...{ isCancelled: meeting.isCancelled, place: meeting.place, writtenAt: new Date() },
  title: inLanguage(group.name, locale).value,
  agenda: meeting.agenda === null ? null : inLanguage(meeting.agenda, locale).value,
  url: `${site}/${locale}${meetingPath(group, meeting)}`,
})

const hour = 3_600_000
const prodId = { company: 'COMPETE IN Atlas', product: 'groups', language: 'EN' }

/**
 * A meeting as iCalendar (RFC 5545), in UTC; without an end it lasts an hour. A change keeps its id and counts its
 * sequence up, so that a calendar moves the entry; `method` is what a mail asks of it (RFC 5546).
 */
export function meetingToIcs(meeting: CalendarMeeting, method: 'PUBLISH' | 'REQUEST' | 'CANCEL' = 'PUBLISH'): string {
  const calendar = ical({ prodId, method: ICalCalendarMethod[method] })
  addTo(calendar, meeting)
  return calendar.toString()
}

/** Meetings as a calendar that somebody's own reads again and again, under a name (RFC 7986 §5.1, §5.7). */
export function meetingsToIcs(name: string, meetings: readonly CalendarMeeting[]): string {
  const calendar = ical({ prodId, name, method: ICalCalendarMethod.PUBLISH, ttl: 6 * 3600 })
  for (const meeting of meetings) addTo(calendar, meeting)
  return calendar.toString()
}

function addTo(calendar: ICalCalendar, meeting: CalendarMeeting): void {
  calendar.createEvent({
    id: `${meeting.id}@${new URL(meeting.url).hostname}`,
    sequence: meeting.sequence,
    start: meeting.startsAt,
    end: meeting.endsAt ?? new Date(meeting.startsAt.getTime() + hour),
    stamp: meeting.writtenAt,
    summary: meeting.title,
    url: meeting.url,
    status: meeting.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(meeting.agenda !== null && { description: meeting.agenda }),
    ...(meeting.place !== null && { location: meeting.place }),
  })
}
