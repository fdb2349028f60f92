'use server'

import { redirect } from 'next/navigation'
import { confirmSuggestion, renewSuggestionLink, suggestCorrection } from '@/modules/curation/suggestion.commands'
import { acceptSuggestion, declineSuggestion } from '@/modules/curation/suggestion-decision.commands'
import { acceptMove, declineMove, pathOfKind, suggestionForm } from '@/modules/curation/suggestion.schema'
import { linkMove } from '@/modules/curation/verification.schema'
import { formAction } from '@/platform/form-action'

/** The answer is the same whoever sent it, and whether the address has an account or not. */
export const sendSuggestion = formAction(suggestionForm, async (form, sender) => {
  const { slug, way } = await suggestCorrection(form, sender)
  if (form.token !== undefined) redirect(`/${sender.locale}/still-true/${form.token}?done=changed`)
  redirect(`/${sender.locale}/${pathOfKind[form.kind]}/${slug}/suggest?done=${way}`)
})

export const confirmSuggestionHere = formAction(linkMove, async ({ token }, { locale }) => {
  await confirmSuggestion(token)
  redirect(`/${locale}/suggestions/${token}?done=sent`)
})

export const renewSuggestionHere = formAction(linkMove, async ({ token }, { locale }) => {
  await renewSuggestionLink(token)
  redirect(`/${locale}/suggestions/${token}?done=renewed`)
})

export const acceptSuggestionHere = formAction(acceptMove, async (move, { viewer, locale }) => {
  await acceptSuggestion(viewer, move)
  redirect(`/${locale}/desk/suggestions?done=accepted`)
})

export const declineSuggestionHere = formAction(declineMove, async (move, { viewer, locale }) => {
  await declineSuggestion(viewer, move)
  redirect(`/${locale}/desk/suggestions?done=declined`)
})
