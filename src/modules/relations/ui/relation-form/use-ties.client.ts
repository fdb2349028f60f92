'use client'

import { useLocale } from 'next-intl'
import { useEffect, useState } from 'react'
import { z } from 'zod'
import { askSuggestions } from '@/modules/actors/ui/suggestions.client'
import { relationType } from '@/modules/taxonomy/taxonomy.schema'
import type { PartyRow } from './party-row'

// What src/doors/suggest.ts answers.
const tie = z.object({ slug: z.string(), type: relationType, name: z.string(), started: z.string().nullable() })
type Tie = z.output<typeof tie>

/** Relations of the register that already tie two of these parties. */
export function useTies(rows: readonly PartyRow[], exceptId: string): readonly Tie[] {
  const locale = useLocale()
  const [ties, setTies] = useState<readonly Tie[]>([])
  const query = new URLSearchParams({ lang: locale, except: exceptId })
  for (const { end } of rows) {
    if ('actorId' in end) query.append('actor', end.actorId)
    if ('placeId' in end) query.append('place', end.placeId)
  }
  const count = query.getAll('actor').length + query.getAll('place').length
  const text = query.toString()
  useEffect(() => {
    if (count < 2) return
    const question = new AbortController()
    askSuggestions(z.array(tie), 'ties', new URLSearchParams(text), question.signal).then(setTies, () => undefined)
    return () => question.abort()
  }, [text, count])
  return count < 2 ? [] : ties
}
