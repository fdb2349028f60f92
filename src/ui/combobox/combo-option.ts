import type { KindKey } from '@/ui/kind-look'

/** One suggestion. `value` is what the form sends. */
export type ComboOption = {
  value: string
  label: string
  /** Kind and place, in words: "Public authority, Spain". */
  secondary?: string
  /** Draws the disc of an actor. */
  kind?: KindKey
  /** Draws the disc of a place. */
  place?: boolean
  /** Why it cannot be chosen ("already a party"): it is shown, with this sentence, not hidden. */
  taken?: string
}

/** Asks for suggestions, best first. Throws when they do not arrive; an abort is no failure. */
export type LoadOptions = (text: string, signal: AbortSignal) => Promise<readonly ComboOption[]>
