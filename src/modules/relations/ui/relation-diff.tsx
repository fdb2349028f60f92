import type { ComponentProps } from 'react'
import type { RelationChoices } from '@/modules/relations/ui/relation-form/relation-choices'
import { useRelationFields } from '@/modules/relations/ui/relation-form/relation-record-fields'
import { RecordDiff } from '@/ui/record-diff'

/** What differs between two versions of a relation, in words. */
export function RelationDiff({
  choices,
  ...diff
}: { choices: RelationChoices } & Omit<ComponentProps<typeof RecordDiff>, 'fields'>) {
  return <RecordDiff fields={useRelationFields(choices)} {...diff} />
}
