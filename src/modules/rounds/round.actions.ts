'use server'

import { redirect } from 'next/navigation'
import { annulReview, assignReviewers, removeReviewer, takeOutPractice } from '@/modules/rounds/assignment.commands'
import type { RoundAt } from '@/modules/rounds/kept-round.commands'
import { openRound, previewRound } from '@/modules/rounds/open-round.commands'
import { annulRound, closeRound, extendRound, remindReviewers } from '@/modules/rounds/round.commands'
import {
  annulReviewSchema,
  annulSchema,
  assignSchema,
  closeSchema,
  extendSchema,
  newRoundSchema,
  removeReviewerSchema,
  roundAtSchema,
  takeOutSchema,
} from '@/modules/rounds/round-form.schema'
import { formAction } from '@/platform/form-action'

const pageOf = (locale: string, { slug, id }: RoundAt, done: string, part = '') =>
  `/${locale}/desk/group/${slug}/rounds/${id}?done=${done}${part}`

/** Shows who would judge what, or opens the round: as the button says that was pressed. */
export const sendNewRound = formAction(newRoundSchema, async (form, { viewer, locale }) => {
  if (form.step === 'preview') return previewRound(viewer, form)
  redirect(pageOf(locale, await openRound(viewer, form), 'opened'))
})

export const extendRoundHere = formAction(extendSchema, async (form, { viewer, locale }) => {
  redirect(pageOf(locale, await extendRound(viewer, form), 'extended'))
})

export const closeRoundHere = formAction(closeSchema, async (form, { viewer, locale }) => {
  redirect(pageOf(locale, await closeRound(viewer, form), 'closed'))
})

export const annulRoundHere = formAction(annulSchema, async (form, { viewer, locale }) => {
  redirect(pageOf(locale, await annulRound(viewer, form), 'annulled'))
})

export const remindHere = formAction(roundAtSchema, async (form, { viewer, locale }) => {
  redirect(pageOf(locale, await remindReviewers(viewer, form), 'reminded'))
})

export const assignHere = formAction(assignSchema, async (form, { viewer, locale }) => {
  redirect(pageOf(locale, await assignReviewers(viewer, form), 'assigned', '#reviewers'))
})

export const removeReviewerHere = formAction(removeReviewerSchema, async (form, { viewer, locale }) => {
  redirect(pageOf(locale, await removeReviewer(viewer, form), 'removed', '#reviewers'))
})

export const annulReviewHere = formAction(annulReviewSchema, async (form, { viewer, locale }) => {
  redirect(pageOf(locale, await annulReview(viewer, form), 'reviewAnnulled', '#reviewers'))
})

export const takeOutHere = formAction(takeOutSchema, async (form, { viewer, locale }) => {
  redirect(pageOf(locale, await takeOutPractice(viewer, form), 'takenOut', '#practices'))
})
