'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import {
  answerFormSchema,
  discussedFormSchema,
  opinionFormSchema,
  publishFormSchema,
  takeBackSchema,
} from '@/modules/rounds/outcome.schema'
import { answerRemark } from '@/modules/rounds/remark.commands'
import {
  publishResult,
  recordDiscussion,
  type ResultAt,
  takeBackResult,
  writeOpinion,
} from '@/modules/rounds/result.commands'
import { formAction } from '@/platform/form-action'

const pageOf = (locale: string, { slug, roundId, practiceId }: ResultAt, done: string) =>
  `/${locale}/desk/group/${slug}/rounds/${roundId}/results/${practiceId}?done=${done}`

export const sendDiscussion = formAction(discussedFormSchema, async (form, { viewer, locale }) => {
  redirect(pageOf(locale, await recordDiscussion(viewer, form), 'discussed'))
})

export const sendOpinion = formAction(opinionFormSchema, async (form, { viewer, locale }) => {
  redirect(pageOf(locale, await writeOpinion(viewer, form), 'opinion'))
})

export const publishResultHere = formAction(publishFormSchema, async (form, { viewer, locale }) => {
  redirect(pageOf(locale, await publishResult(viewer, form), 'published'))
})

export const takeBackResultHere = formAction(takeBackSchema, async (form, { viewer, locale }) => {
  redirect(pageOf(locale, await takeBackResult(viewer, form), 'takenBack'))
})

// The page comes anew, and what is being typed below other remarks stays.
export const sendAnswer = formAction(answerFormSchema, async (form, { viewer }) => {
  await answerRemark(viewer, form)
  refresh()
  return { done: true }
})
