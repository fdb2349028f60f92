import type { FilterKey } from '@/modules/taxonomy/filter.schema'
import type { FilterChoice } from '@/ui/chip-filter'

/** A filter of a list: its key in the URL, its name, and what may be chosen. */
export type FilterChip = {
  name: FilterKey
  label: string
  choices: readonly FilterChoice[]
  /** One answer only. */
  single?: boolean
}

/** What of a chip is chosen in the URL, comma-separated values too (as filterOf reads them). */
export const chosenOf = (chip: FilterChip, params: URLSearchParams): FilterChoice[] => {
  const values = params.getAll(chip.name).flatMap((value) => (chip.single ? [value] : value.split(',')))
  return chip.choices.filter((choice) => values.includes(choice.value))
}
