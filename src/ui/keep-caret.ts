import type { FocusEvent } from 'react'

/**
 * For `onFocus` of a text area. React writes the text of an untouched one anew whenever its form is drawn again, which
 * puts the caret at its start; one whose value was set once is left alone.
 */
export function keepCaret({ currentTarget: area }: FocusEvent<HTMLTextAreaElement>) {
  const { value } = area
  area.value = value
}
