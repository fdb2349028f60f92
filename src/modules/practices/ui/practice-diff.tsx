import type { ComponentProps } from 'react'
import type { PracticeChoices } from '@/modules/practices/ui/practice-form/practice-choices'
import { usePracticeFields } from '@/modules/practices/ui/practice-form/practice-record-fields'
import { RecordDiff } from '@/ui/record-diff'

/** What differs between two versions of a practice, in words. */
export function PracticeDiff({
  choices,
  ...diff
}: { choices: PracticeChoices } & Omit<ComponentProps<typeof RecordDiff>, 'fields'>) {
  return <RecordDiff fields={usePracticeFields(choices)} {...diff} />
}
