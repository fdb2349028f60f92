import type { ComponentProps } from 'react'
import type { ActorChoices } from '@/modules/actors/ui/actor-form/actor-choices'
import { useActorFields } from '@/modules/actors/ui/actor-form/actor-record-fields'
import { RecordDiff } from '@/ui/record-diff'

/** What differs between two versions of an actor, in words. */
export function ActorDiff({
  choices,
  ...diff
}: { choices: ActorChoices } & Omit<ComponentProps<typeof RecordDiff>, 'fields'>) {
  return <RecordDiff fields={useActorFields(choices)} {...diff} />
}
