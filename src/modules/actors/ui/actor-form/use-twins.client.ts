'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import type { ActorSuggestion } from '@/modules/actors/ui/suggestion-answers'
import { useSuggestions } from '@/modules/actors/ui/suggestions.client'

/** Records of the register likely to be the body being written, asked while its name is typed. */
export function useTwins({ name, country, id }: { name: string; country: string; id: string }) {
  const { findTwins } = useSuggestions()
  const [twins, setTwins] = useState<readonly ActorSuggestion[]>([])
  const ask = useEffectEvent((signal: AbortSignal) =>
    findTwins(name, country, id, signal).then(
      (found) => setTwins(found),
      () => setTwins([]),
    ),
  )
  useEffect(() => {
    if (name.trim().length < 3) return
    const question = new AbortController()
    const timer = setTimeout(() => void ask(question.signal), 300)
    return () => {
      clearTimeout(timer)
      question.abort()
    }
  }, [name, country, id])
  return name.trim().length < 3 ? [] : twins
}
