'use client'

import { plainLetters } from '@/core/letters'
import type { ComboOption } from '@/ui/combobox/combo-option'
import { PickedList, type PickedListProps } from './picked-list.client'

const mostShown = 30

/** Any number of entries of a long closed list, found by typing. Sends `name[]` once an entry. */
export function ChosenList({
  options,
  chosen,
  ...rest
}: PickedListProps & { options: readonly ComboOption[]; chosen: readonly string[] }) {
  const find = (typed: string) => {
    const words = plainLetters(typed).split(' ')
    const found = options.filter((option) => {
      const text = plainLetters(`${option.secondary ?? ''} ${option.label}`)
      return words.every((word) => text.includes(word))
    })
    const first = (option: ComboOption) => (plainLetters(option.label).startsWith(plainLetters(typed)) ? 0 : 1)
    return found.sort((a, b) => first(a) - first(b)).slice(0, mostShown)
  }
  const picked = chosen.map((value) => options.find((option) => option.value === value) ?? { value, label: value })
  return <PickedList {...rest} sends="list" picked={picked} load={(typed) => Promise.resolve(find(typed))} />
}
