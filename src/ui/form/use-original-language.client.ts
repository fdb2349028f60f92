'use client'

import { type ChangeEvent, useState } from 'react'
import type { FormFields } from '@/core/form-fields'
import { textAt } from '@/core/form-values'

/** The language a record is written in, and what to do when another is chosen. */
export type WrittenIn = ReturnType<typeof useOriginalLanguage>

/** The language a record is written in: chosen this moment, or read from the form, else `otherwise`. */
export function useOriginalLanguage(typed: FormFields, otherwise: string) {
  const [chosen, choose] = useState<string | null>(null)
  return {
    language: chosen ?? (textAt(typed, 'originalLanguage') || otherwise),
    onLanguage: (event: ChangeEvent<HTMLSelectElement>) => choose(event.target.value),
  }
}
