'use server'

import { recordMove, sendBackMove } from '@/core/form-intent'
import { archiveActor, discardActor, publishActor, restoreActor, sendBackActor } from '@/modules/actors/actor.commands'
import { keepActor } from '@/modules/actors/actor-form.commands'
import { actorFormSchema } from '@/modules/actors/actor-form.schema'
import { draftDiscarded, recordDeed, recordForm } from '@/platform/record-action'

export const sendActorForm = recordForm(actorFormSchema, 'actor', keepActor)
export const publishActorAsIs = recordDeed(recordMove, ['actor', 'publish'], publishActor)
export const sendActorBack = recordDeed(sendBackMove, ['actor', 'sendBack'], sendBackActor)
export const archiveActorAsIs = recordDeed(recordMove, ['actor', 'archive'], archiveActor)
export const restoreActorAsWas = recordDeed(recordMove, ['actor', 'restore'], restoreActor)
export const discardOwnActor = draftDiscarded(recordMove, discardActor)
