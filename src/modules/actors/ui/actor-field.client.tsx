'use client'

import { useSuggestions } from '@/modules/actors/ui/suggestions.client'
import { Combobox } from '@/ui/combobox/combobox.client'
import { useFormFields } from '@/ui/form/form-context'

/** One actor of the register, found by typing, in the form around it. Sends `name`, `nameText` and `nameFor`. */
export function ActorField({ name, label, hint }: { name: string; label: string; hint: string }) {
  const { combo } = useFormFields()
  const { loadActors } = useSuggestions()
  return <Combobox {...combo(name)} label={label} hint={hint} optional load={loadActors} />
}
