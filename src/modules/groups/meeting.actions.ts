'use server'

import { redirect } from 'next/navigation'
import { type At, cancelMeeting, saveMeeting } from '@/modules/groups/meeting.commands'
import {
  attendanceFormSchema,
  cancelSchema,
  decisionFormSchema,
  meetingFormSchema,
  minutesFormSchema,
} from '@/modules/groups/meeting.schema'
import { publishMinutes, recordAttendance, recordDecision } from '@/modules/groups/record.commands'
import { formAction } from '@/platform/form-action'

const pageOf = (locale: string, { slug, id }: At, rest: string) => `/${locale}/desk/group/${slug}/meetings/${id}${rest}`

export const sendMeeting = formAction(meetingFormSchema, async (form, { viewer, locale }) => {
  const done = form.id === undefined ? 'planned' : 'moved'
  redirect(pageOf(locale, await saveMeeting(viewer, form), `?done=${done}`))
})

export const cancelMeetingHere = formAction(cancelSchema, async (form, { viewer, locale }) => {
  redirect(pageOf(locale, await cancelMeeting(viewer, form), '?done=cancelled'))
})

export const sendAttendance = formAction(attendanceFormSchema, async (form, { viewer, locale }) => {
  redirect(pageOf(locale, await recordAttendance(viewer, form), '/record?done=attendance#minutes-part'))
})

export const sendMinutes = formAction(minutesFormSchema, async (form, { viewer, locale }) => {
  redirect(pageOf(locale, await publishMinutes(viewer, form), '/record?done=minutes#decision-part'))
})

export const sendDecision = formAction(decisionFormSchema, async (form, { viewer, locale }) => {
  const done = form.replacesId === undefined ? 'decided' : 'corrected'
  redirect(pageOf(locale, await recordDecision(viewer, form), `?done=${done}#decisions`))
})
