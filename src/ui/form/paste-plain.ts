import type { ClipboardEvent } from 'react'
import { plainText } from '@/core/plain-text'

/** Pastes the words of what was copied as HTML or Word's source, so that the counter counts what will be kept. */
export function pastePlain(event: ClipboardEvent<HTMLInputElement | HTMLTextAreaElement>): void {
  const copied = event.clipboardData.getData('text/plain')
  const words = plainText(copied)
  if (words === copied) return
  event.preventDefault()
  const field = event.currentTarget
  field.setRangeText(words, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end')
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
