import { contentLanguages, languageName } from '@/core/language'
import { wallOf } from '@/core/zoned-time'
import type { GroupSummary } from '@/modules/groups/group.schema'
import type { MeetingDetail } from '@/modules/groups/meeting.schema'

/** The languages minutes may be written in: those of the territory first. */
export function languageChoices({ territory }: GroupSummary, locale: string) {
  const codes = [...new Set([...territory.languages, ...contentLanguages])]
  return codes.map((value) => ({ value, label: languageName(value, locale) }))
}

/** The language something is written in unless told: that of the territory. */
export const usualLanguage = ({ territory }: GroupSummary, locale: string) => territory.languages[0] ?? locale

/** What the form of a meeting begins with. */
export function meetingToForm(meeting: MeetingDetail, group: GroupSummary, locale: string) {
  const { timeZone } = group.territory
  const { agenda, startsAt, endsAt, place } = meeting
  return {
    day: wallOf(startsAt, timeZone).day,
    from: wallOf(startsAt, timeZone).time,
    ...(endsAt !== null && { to: wallOf(endsAt, timeZone).time }),
    ...(place !== null && { place }),
    language: agenda?.original ?? usualLanguage(group, locale),
    ...(agenda !== null && { agenda: agenda.texts[agenda.original]?.value ?? '' }),
  }
}

/** The day a decision of a meeting was most likely taken: that of the meeting. */
export const dayOfMeeting = ({ startsAt }: MeetingDetail, { territory: { timeZone } }: GroupSummary) =>
  wallOf(startsAt, timeZone).day
