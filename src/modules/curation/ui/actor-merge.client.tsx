'use client'

import type { ComponentProps } from 'react'
import { useActorFields } from '@/modules/actors/ui/actor-form/actor-record-fields'
import type { ActorChoices } from '@/modules/actors/ui/actor-form/actor-choices'
import { MergeForm } from '@/modules/curation/ui/merge-form.client'
import { joinedFields } from '@/modules/curation/ui/joined-fields'

/** Two actors side by side, field by field as their form names them. */
export function ActorMerge({
  choices,
  ...rest
}: Omit<ComponentProps<typeof MergeForm>, 'fields'> & { choices: ActorChoices }) {
  const fields = useActorFields(choices)
  return <MergeForm {...rest} fields={joinedFields(fields, { legalStatus: ['legalStatusSince', 'successor'] })} />
}
