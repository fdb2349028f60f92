import type { ControlProps } from '@/ui/control'
import type { ComboOption, LoadOptions } from './combo-option'

export type ComboboxProps = ControlProps & {
  load: LoadOptions
  /** What the form knew before: the chosen value with its label, or only what was typed (`value` empty). */
  initial?: { value: string; text: string }
  /** As in `SelectField`. */
  turn?: number
  placeholder?: string
  onChoose?: (option: ComboOption) => void
  /** Empties the field after a choice: for lists that grow by it. */
  clearOnChoice?: boolean
  /** Shows the last row "Add … as a new actor". */
  onAdd?: (text: string) => void
}
