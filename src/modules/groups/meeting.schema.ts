import { z } from 'zod'
import { dayFrom } from '@/core/day-field'
import { idSchema } from '@/core/id'
import { languageCode, type Localized, localized } from '@/core/localized'
import { whole } from '@/core/number'
import { line, paragraphs } from '@/core/text'
import type { Organisation } from '@/modules/groups/group.schema'
import { attendanceStates, verdicts } from '@/modules/groups/choices.schema'

export { attendanceStates, verdicts } from '@/modules/groups/choices.schema'

export const agendaSchema = localized(5000)
export const minutesSchema = localized(20_000)
export const decisionTextSchema = localized(3000)
/** Characters of minutes and of a decision, as the counters of their forms say. */
export const most = { agenda: 5000, minutes: 20_000, decision: 3000 } as const

const version = whole(1, 2 ** 31 - 1)
const day = dayFrom('1990-01-01')
/** `18:30`, `18.30` or `9:05`. */
const time = z
  .string({ error: 'required' })
  .trim()
  .regex(/^([01]?\d|2[0-3])[:.][0-5]\d$/, { error: 'badTime' })
  .transform((text) => text.replace('.', ':').padStart(5, '0'))

/** A meeting as its form says it: day and hours are those of the territory. */
export const meetingFormSchema = z.strictObject({
  groupId: idSchema,
  /** Absent = a new meeting. */
  id: idSchema.optional(),
  version: version.optional(),
  day,
  from: time,
  to: time.optional(),
  place: line(300).optional(),
  language: languageCode,
  agenda: paragraphs(most.agenda).optional(),
  /** Write to the members. */
  tell: z.literal('on').optional(),
})
export type MeetingForm = z.output<typeof meetingFormSchema>

export const cancelSchema = z.strictObject({ id: idSchema, version })
export type Cancel = z.output<typeof cancelSchema>

/** Who came; somebody without a state is left as they were. */
export const attendanceFormSchema = z.strictObject({
  id: idSchema,
  rows: z
    .array(
      z
        .strictObject({
          userId: idSchema,
          state: z.enum(attendanceStates, { error: 'choose' }).optional(),
          deputyId: idSchema.optional(),
        })
        .refine(({ userId, deputyId }) => userId !== deputyId, { error: 'ownDeputy', path: ['deputyId'] }),
    )
    .max(500)
    .default([]),
})
export type AttendanceForm = z.output<typeof attendanceFormSchema>

export const minutesFormSchema = z.strictObject({
  id: idSchema,
  version,
  language: languageCode,
  minutes: paragraphs(most.minutes),
})
export type MinutesForm = z.output<typeof minutesFormSchema>

/** What is kept of minutes while they are typed. */
export const minutesDraftSchema = z.object({
  language: languageCode,
  minutes: z.string().max(100_000).default(''),
})
export type MinutesDraft = z.output<typeof minutesDraftSchema>

/** `round.practice`: which practice of which round, as one choice of a list. */
const judgedChoice = z
  .string()
  .transform((text) => text.split('.'))
  .pipe(z.tuple([idSchema, idSchema], { error: 'unknown' }))
  .transform(([roundId, practiceId]) => ({ roundId, practiceId }))
export const judgedText = ({ roundId, practiceId }: { roundId: string; practiceId: string }) =>
  `${roundId}.${practiceId}`

/** A decision, or the correction of one; about a practice the group judged, it says what becomes of it. */
export const decisionFormSchema = z
  .strictObject({
    id: idSchema,
    replacesId: idSchema.optional(),
    language: languageCode,
    decidedOn: day,
    text: paragraphs(most.decision),
    present: z.array(idSchema, { error: 'nobodyPresent' }).min(1, { error: 'nobodyPresent' }).max(500),
    judged: judgedChoice.optional(),
    verdict: z.enum(verdicts, { error: 'choose' }).optional(),
  })
  .superRefine(({ judged, verdict }, context) => {
    if (judged !== undefined && verdict === undefined)
      context.addIssue({ code: 'custom', path: ['verdict'], message: 'choose' })
    if (judged === undefined && verdict !== undefined)
      context.addIssue({ code: 'custom', path: ['judged'], message: 'choose' })
  })
export type DecisionForm = z.output<typeof decisionFormSchema>

/** A meeting in a list. */
export type MeetingRow = {
  id: string
  startsAt: Date
  endsAt: Date | null
  place: string | null
  isCancelled: boolean
  hasMinutes: boolean
  decisions: number
}

/** Somebody at a meeting. Without a name: somebody who was erased. */
export type Attendee = {
  userId: string | null
  name: string | null
  standsFor: Organisation | null
  isHidden: boolean
}
export type Attendance = Attendee & {
  state: (typeof attendanceStates)[number]
  deputyId: string | null
  deputy: string | null
}

/** A practice by name; without a title it is not shown to this reader. `slug` leads to its page where there is one. */
export type AboutPractice = { id: string; title: Localized | null; slug: string | null }

/** A practice a group judged, in one of its rounds. */
export type JudgedPractice = { roundId: string; round: Localized; practice: AboutPractice }

/** A decision with the wording it replaced, newest first. */
export type Decision = {
  id: string
  meetingId: string
  text: z.output<typeof decisionTextSchema>
  decidedOn: Date
  recordedAt: Date
  present: Attendee[]
  /** The practice it is about, in which round, and what becomes of it. */
  about: (JudgedPractice & { verdict: (typeof verdicts)[number] }) | null
  earlier: Decision[]
}

/** What minutes said before they were published again. Without a name: whoever published them was erased. */
export type EarlierMinutes = {
  id: string
  text: z.output<typeof minutesSchema>
  publishedAt: Date
  publishedBy: string | null
}

export type MeetingDetail = Omit<MeetingRow, 'hasMinutes' | 'decisions'> & {
  version: number
  sequence: number
  agenda: z.output<typeof agendaSchema> | null
  minutes: z.output<typeof minutesSchema> | null
  minutesAt: Date | null
  minutesBy: string | null
  /** The latest first. */
  earlierMinutes: EarlierMinutes[]
  attendance: Attendance[]
  decisions: Decision[]
}
