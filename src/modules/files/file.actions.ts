'use server'

import { refresh } from 'next/cache'
import { changeFile, moveFile, refuseFile, removeFile, restoreFile, takeFile } from '@/modules/files/file-care.commands'
import { fileFormSchema, fileMove, oneFile } from '@/modules/files/file.schema'
import { formAction } from '@/platform/form-action'

// The page they stand on comes anew, and what is being typed beside them stays.

export const changeFileHere = formAction(fileFormSchema, async (form, { viewer }) => {
  await changeFile(viewer, form)
  refresh()
  return { done: true }
})

export const removeFileHere = formAction(oneFile, async (which, { viewer }) => {
  await removeFile(viewer, which)
  refresh()
  return { done: true }
})

export const restoreFileHere = formAction(oneFile, async (which, { viewer }) => {
  await restoreFile(viewer, which)
  refresh()
  return { done: true }
})

export const moveFileHere = formAction(fileMove, async (move, { viewer }) => {
  await moveFile(viewer, move)
  refresh()
  return { done: true }
})

export const takeFileHere = formAction(oneFile, async (which, { viewer }) => {
  await takeFile(viewer, which)
  refresh()
  return { done: true }
})

export const refuseFileHere = formAction(oneFile, async (which, { viewer }) => {
  await refuseFile(viewer, which)
  refresh()
  return { done: true }
})
