import type { ComboOption } from '@/ui/combobox/combo-option'
import type { SelectChoice, SelectItem } from '@/ui/select-options'

/** Closed lists in the reader's language, made by the page: the browser does not carry the libraries. */
export type ActorChoices = {
  languages: readonly SelectChoice[]
  /** The one a new record is most likely written in. */
  language: string
  /** Countries of the territories first. */
  countries: readonly SelectItem[]
  countryOptions: readonly ComboOption[]
  languageOptions: readonly ComboOption[]
  sectors: readonly ComboOption[]
  themes: readonly (SelectChoice & { isRetired: boolean })[]
  /** Tags of the list, to be written or not. */
  tags: readonly string[]
  territories: readonly SelectChoice[]
  /** Curators the viewer may choose from; empty when there is nothing to choose. */
  curators: readonly SelectChoice[]
}
