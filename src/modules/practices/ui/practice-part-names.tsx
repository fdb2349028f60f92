import type { PracticeChoices } from '@/modules/practices/ui/practice-form/practice-choices'
import { usePracticeFields } from '@/modules/practices/ui/practice-form/practice-record-fields'
import { partNames } from '@/ui/form/record-field'

/** Parts of a practice by name: what a change was about. */
export function PracticePartNames({ choices, parts }: { choices: PracticeChoices; parts: readonly string[] }) {
  return partNames(usePracticeFields(choices), parts)
}
