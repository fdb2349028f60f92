'use client'

import { useEffect, useState } from 'react'
import type { ActorMapAnswer } from '@/modules/map/map.schema'
import { readActorMap } from '@/modules/map/ui/actor-map-answer'

/**
 * Clusters and marks from `/api/map/actors` for a query, or null before the first answer. The old ones stay until the
 * new ones come; a query that is no longer wanted is given up. `query` null asks for nothing. `lost`: no answer came;
 * it is asked for again by `again`, and by itself when the connection is back.
 */
export function useActorMap(query: string | null): {
  answer: ActorMapAnswer | null
  isLost: boolean
  again: () => void
} {
  const [answer, setAnswer] = useState<ActorMapAnswer | null>(null)
  const [lost, setLost] = useState<string | null>(null)
  const [turn, setTurn] = useState(0)
  const isLost = query !== null && lost === query

  // The map moves outside React; what it shows follows it from here.
  useEffect(() => {
    if (query === null) return
    const abort = new AbortController()
    const ask = async () => {
      const response = await fetch(`/api/map/actors?${query}`, { signal: abort.signal })
      if (!response.ok) return setLost(query)
      setAnswer(readActorMap(await response.json()))
      setLost(null)
    }
    ask().catch((error: unknown) => {
      if (abort.signal.aborted) return
      setLost(query)
      // No connection; what cannot be read is a fault of ours.
      if (!(error instanceof TypeError)) throw error
    })
    return () => abort.abort()
  }, [query, turn])

  useEffect(() => {
    if (!isLost) return
    const retry = () => setTurn((now) => now + 1)
    window.addEventListener('online', retry)
    return () => window.removeEventListener('online', retry)
  }, [isLost])

  return { answer, isLost, again: () => setTurn(turn + 1) }
}
