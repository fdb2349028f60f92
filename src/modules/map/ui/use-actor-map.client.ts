'use client'

import { useEffect, useState } from 'react'
import type { ActorMapAnswer } from '@/modules/map/map.schema'
import { readActorMap } from '@/modules/map/ui/actor-map-answer'

/**
 * Clusters and marks from `/api/map/actors` for a query, or null before the first answer. The old ones stay until the
 * new ones come; a query that is no longer wanted is given up. `query` null asks for nothing.
 */
export function useActorMap(query: string | null): ActorMapAnswer | null {
  const [answer, setAnswer] = useState<ActorMapAnswer | null>(null)

  // The map moves outside React; what it shows follows it from here.
  useEffect(() => {
    if (query === null) return
    const abort = new AbortController()
    const ask = async () => {
      const response = await fetch(`/api/map/actors?${query}`, { signal: abort.signal })
      if (response.ok) setAnswer(readActorMap(await response.json()))
    }
    ask().catch((error: unknown) => {
      // Given up, or no connection: the old marks stay.
      if (!abort.signal.aborted && !(error instanceof TypeError)) throw error
    })
    return () => abort.abort()
  }, [query])

  return answer
}
