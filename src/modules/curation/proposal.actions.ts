'use server'

import { redirect } from 'next/navigation'
import { acceptProposal, declineProposal, withdrawProposal } from '@/modules/curation/proposal.commands'
import { acceptProposalSchema, declineProposalSchema, withdrawProposalSchema } from '@/modules/curation/proposal.schema'
import { formAction } from '@/platform/form-action'

export const takeProposal = formAction(acceptProposalSchema, async (input, { viewer, locale }) => {
  await acceptProposal(viewer, input)
  redirect(`/${locale}/desk?done=accept`)
})

export const refuseProposal = formAction(declineProposalSchema, async (input, { viewer, locale }) => {
  await declineProposal(viewer, input)
  redirect(`/${locale}/desk?done=decline`)
})

export const takeBackProposal = formAction(withdrawProposalSchema, async ({ id }, { viewer, locale }) => {
  await withdrawProposal(viewer, id)
  redirect(`/${locale}/desk?done=withdraw`)
})
