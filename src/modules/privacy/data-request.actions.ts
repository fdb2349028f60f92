'use server'

import { redirect } from 'next/navigation'
import {
  answerRequest,
  confirmRequest,
  eraseForRequest,
  fileRequest,
  objectForRequest,
} from '@/modules/privacy/data-request.commands'
import {
  answerSchema,
  newRequestSchema,
  requestIdSchema,
  requestTokenSchema,
} from '@/modules/privacy/data-request.schema'
import { formAction } from '@/platform/form-action'

/** The form on the page about privacy. */
export const sendDataRequest = formAction(newRequestSchema, async (request, { locale, visit }) => {
  await fileRequest(request, { address: visit.address, locale })
  return { sent: true }
})

/** The one button behind the link. */
export const confirmRequestHere = formAction(requestTokenSchema, async ({ token }, { locale }) => {
  await confirmRequest(token)
  redirect(`/${locale}/privacy/request/confirmed`)
})

export const answerRequestHere = formAction(answerSchema, async (answer, { viewer, locale }) => {
  await answerRequest(viewer, answer)
  redirect(`/${locale}/desk/privacy?done=${answer.outcome}`)
})

export const objectForRequestHere = formAction(requestIdSchema, async ({ id }, { viewer, locale }) => {
  await objectForRequest(viewer, id)
  redirect(`/${locale}/desk/privacy/${id}?done=objected`)
})

export const eraseForRequestHere = formAction(requestIdSchema, async ({ id }, { viewer, locale }) => {
  await eraseForRequest(viewer, id)
  redirect(`/${locale}/desk/privacy?done=erased`)
})
