'use server'

import { redirect } from 'next/navigation'
import { archiveGroup, changeGroup, createGroup, restoreGroup } from '@/modules/groups/group.commands'
import { archiveGroupSchema, groupFormSchema, newGroupSchema, restoreGroupSchema } from '@/modules/groups/group.schema'
import { inviteMember, removeMember, seatMember } from '@/modules/groups/member.commands'
import { memberFormSchema, memberIdSchema, newMemberSchema } from '@/modules/groups/member.schema'
import { formAction } from '@/platform/form-action'

export const sendNewGroup = formAction(newGroupSchema, async (form, { viewer, locale }) => {
  const { slug } = await createGroup(viewer, form)
  redirect(`/${locale}/desk/group/${slug}?done=created`)
})

export const sendGroup = formAction(groupFormSchema, async (form, { viewer, locale }) => {
  const { slug } = await changeGroup(viewer, form)
  redirect(`/${locale}/desk/group/${slug}?done=changed`)
})

export const archiveGroupHere = formAction(archiveGroupSchema, async (form, { viewer, locale }) => {
  const { slug } = await archiveGroup(viewer, form)
  redirect(`/${locale}/desk/group/${slug}?done=archived`)
})

export const restoreGroupHere = formAction(restoreGroupSchema, async (form, { viewer, locale }) => {
  const { slug } = await restoreGroup(viewer, form)
  redirect(`/${locale}/desk/group/${slug}?done=restored`)
})

export const sendNewMember = formAction(newMemberSchema, async (form, { viewer, locale }) => {
  redirect(`/${locale}/desk/group/${await inviteMember(viewer, form)}?done=invited#members`)
})

export const sendMember = formAction(memberFormSchema, async (form, { viewer, locale }) => {
  redirect(`/${locale}/desk/group/${await seatMember(viewer, form)}?done=seated#members`)
})

export const removeMemberHere = formAction(memberIdSchema, async (member, { viewer, locale }) => {
  redirect(`/${locale}/desk/group/${await removeMember(viewer, member)}?done=removed#members`)
})
