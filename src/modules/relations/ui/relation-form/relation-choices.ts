import type { ComboOption } from '@/ui/combobox/combo-option'
import type { SelectChoice, SelectItem } from '@/ui/select-options'

/** Closed lists in the reader's language, made by the page. */
export type RelationChoices = {
  languages: readonly SelectChoice[]
  /** The one a new record is most likely written in. */
  language: string
  countries: readonly SelectItem[]
  sectors: readonly ComboOption[]
  /** Retired ones are shown where they are chosen already. */
  themes: readonly (SelectChoice & { isRetired: boolean })[]
  /** Curators the viewer may choose from; empty when there is nothing to choose. */
  curators: readonly SelectChoice[]
}
