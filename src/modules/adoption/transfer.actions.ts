'use server'

import { redirect } from 'next/navigation'
import {
  interestFormSchema,
  outcomeFormSchema,
  transferAtSchema,
  workshopFormSchema,
} from '@/modules/adoption/transfer-form.schema'
import {
  markInterest,
  planWorkshop,
  recordOutcome,
  undoTransfer,
  withdrawTransfer,
} from '@/modules/adoption/transfer.commands'
import { formAction } from '@/platform/form-action'

const pageOf = (
  locale: string,
  { practiceId, territoryId }: { practiceId: string; territoryId: string },
  done: string,
) => `/${locale}/desk/adoption/${practiceId}/${territoryId}?done=${done}`

export const sendInterest = formAction(interestFormSchema, async (form, { viewer, locale }) => {
  redirect(pageOf(locale, await markInterest(viewer, form), 'interest'))
})

export const sendWorkshop = formAction(workshopFormSchema, async (form, { viewer, locale }) => {
  redirect(pageOf(locale, await planWorkshop(viewer, form), 'workshop'))
})

export const sendOutcome = formAction(outcomeFormSchema, async (form, { viewer, locale }) => {
  redirect(pageOf(locale, await recordOutcome(viewer, form), 'outcome'))
})

export const takeBackTransfer = formAction(transferAtSchema, async (at, { viewer, locale }) => {
  redirect(pageOf(locale, await undoTransfer(viewer, at), 'undo'))
})

export const withdrawInterest = formAction(transferAtSchema, async (at, { viewer, locale }) => {
  redirect(pageOf(locale, await withdrawTransfer(viewer, at), 'withdraw'))
})
