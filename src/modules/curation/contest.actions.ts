'use server'

import { redirect } from 'next/navigation'
import { answerContest, openContest, withdrawContest } from '@/modules/curation/contest.commands'
import { answerContestSchema, openContestSchema, withdrawContestSchema } from '@/modules/curation/contest.schema'
import { formAction } from '@/platform/form-action'

/** The other end says that a relation is not so. */
export const contestRelation = formAction(openContestSchema, async (said, { viewer, locale }) => {
  const id = await openContest(viewer, said, locale)
  redirect(`/${locale}/desk/contests/${id}?done=opened`)
})

/** The curator's answer. */
export const sendContestAnswer = formAction(answerContestSchema, async (said, { viewer, locale }) => {
  await answerContest(viewer, said, locale)
  redirect(`/${locale}/desk/contests/${said.id}?done=answered`)
})

export const takeContestBack = formAction(withdrawContestSchema, async ({ id }, { viewer, locale }) => {
  await withdrawContest(viewer, id, locale)
  redirect(`/${locale}/desk/contests/${id}?done=withdrawn`)
})
