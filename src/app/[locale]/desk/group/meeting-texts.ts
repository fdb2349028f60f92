import { languageChoices } from '@/core/language'
import { locales } from '@/core/locales'
import { inLanguage } from '@/core/localized'
import { wallOf } from '@/core/zoned-time'
import type { GroupSummary } from '@/modules/groups/group.schema'
import { judgedText, type JudgedPractice, type MeetingDetail } from '@/modules/groups/meeting.schema'

/** The languages minutes may be written in: those of the territory first. */
export const languagesOf = ({ territory }: GroupSummary, locale: string) =>
  languageChoices(locale, [...new Set([...territory.languages, ...locales])])

/** The language something is written in unless told: that of the territory. */
export const usualLanguage = ({ territory }: GroupSummary, locale: string) => territory.languages[0] ?? locale

/** Which practice of which round, as a form sends it. */
export const practiceOf = ({ roundId, practice }: JudgedPractice) => ({ roundId, practiceId: practice.id })

/** Practices a decision may be about, by round, the latest first. `hidden` names what this reader is not shown. */
export function judgedChoices(judged: readonly JudgedPractice[], locale: string, hidden: string) {
  const rounds = new Map(judged.map(({ roundId, round }) => [roundId, inLanguage(round, locale).value]))
  return [...rounds].map(([roundId, group]) => ({
    group,
    choices: judged
      .filter((one) => one.roundId === roundId)
      .map((one) => ({
        value: judgedText(practiceOf(one)),
        label: one.practice.title === null ? hidden : inLanguage(one.practice.title, locale).value,
      })),
  }))
}

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
