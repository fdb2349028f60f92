'use client'

import { useLocale } from 'next-intl'
import { useEffect, useState } from 'react'
import { askSuggestions } from '@/modules/actors/ui/suggestions.client'
import type { PartyRow } from './party-row'
import { readTies, type Tie } from './tie-answer'

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
    const ask = async () => {
      const answer = await askSuggestions('ties', new URLSearchParams(text), question.signal)
      if (!question.signal.aborted) setTies(readTies(answer))
    }
    ask().catch(() => undefined)
    return () => question.abort()
  }, [text, count])
  return count < 2 ? [] : ties
}
