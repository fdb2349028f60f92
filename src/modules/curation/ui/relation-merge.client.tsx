'use client'

import type { ComponentProps } from 'react'
import { MergeForm } from '@/modules/curation/ui/merge-form.client'
import { useRelationFields } from '@/modules/relations/ui/relation-form/relation-record-fields'
import type { RelationChoices } from '@/modules/relations/ui/relation-form/relation-choices'

/** Two relations side by side, field by field as their form names them. */
export function RelationMerge({
  choices,
  ...rest
}: Omit<ComponentProps<typeof MergeForm>, 'fields'> & { choices: RelationChoices }) {
  return <MergeForm {...rest} fields={useRelationFields(choices)} />
}
