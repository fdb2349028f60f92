import type { RelationChoices } from '@/modules/relations/ui/relation-form/relation-choices'
import { useRelationFields } from '@/modules/relations/ui/relation-form/relation-record-fields'
import { partNames } from '@/ui/form/record-field'

/** Parts of a relation by name: what a change was about. */
export function RelationPartNames({ choices, parts }: { choices: RelationChoices; parts: readonly string[] }) {
  return partNames(useRelationFields(choices), parts)
}
