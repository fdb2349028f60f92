'use server'

import { recordMove, sendBackMove } from '@/core/form-intent'
import {
  archiveRelation,
  discardRelation,
  restoreRelation,
  sendBackRelation,
} from '@/modules/relations/relation.commands'
import { keepRelation, publishRelationWhole } from '@/modules/relations/relation-form.commands'
import { relationFormSchema } from '@/modules/relations/relation-form.schema'
import { draftDiscarded, recordDeed, recordForm } from '@/platform/record-action'

export const sendRelationForm = recordForm(relationFormSchema, 'relation', keepRelation)
export const publishRelationAsIs = recordDeed(recordMove, ['relation', 'publish'], publishRelationWhole)
export const sendRelationBack = recordDeed(sendBackMove, ['relation', 'sendBack'], sendBackRelation)
export const archiveRelationAsIs = recordDeed(recordMove, ['relation', 'archive'], archiveRelation)
export const restoreRelationAsWas = recordDeed(recordMove, ['relation', 'restore'], restoreRelation)
export const discardOwnRelation = draftDiscarded(recordMove, discardRelation)
