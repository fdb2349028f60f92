'use server'

import { recordMove, sendBackMove } from '@/core/form-intent'
import { keepPractice } from '@/modules/practices/practice-form.commands'
import { practiceFormSchema } from '@/modules/practices/practice-form.schema'
import {
  archivePractice,
  discardPractice,
  publishPractice,
  restorePractice,
  sendBackPractice,
} from '@/modules/practices/practice.commands'
import { draftDiscarded, recordDeed, recordForm } from '@/platform/record-action'

export const sendPracticeForm = recordForm(practiceFormSchema, 'practice', keepPractice)
export const publishPracticeAsIs = recordDeed(recordMove, ['practice', 'publish'], publishPractice)
export const sendPracticeBack = recordDeed(sendBackMove, ['practice', 'sendBack'], sendBackPractice)
export const archivePracticeAsIs = recordDeed(recordMove, ['practice', 'archive'], archivePractice)
export const restorePracticeAsWas = recordDeed(recordMove, ['practice', 'restore'], restorePractice)
export const discardOwnPractice = draftDiscarded(recordMove, discardPractice)
