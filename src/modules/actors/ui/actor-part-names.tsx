import type { ActorChoices } from '@/modules/actors/ui/actor-form/actor-choices'
import { useActorFields } from '@/modules/actors/ui/actor-form/actor-record-fields'
import { partNames } from '@/ui/form/record-field'

/** Parts of an actor by name: what a change was about. */
export function ActorPartNames({ choices, parts }: { choices: ActorChoices; parts: readonly string[] }) {
  return partNames(useActorFields(choices), parts)
}
