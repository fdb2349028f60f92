'use client'

import { useEffect, useState } from 'react'
import type { Years } from '@/modules/map/year.schema'

/** The years of the relations under a filter, from the door; the ones before stay until new ones come. */
export function useYears(ask: string): Years | 'failed' | null {
  const [years, setYears] = useState<Years | 'failed' | null>(null)
  useEffect(() => {
    const question = new AbortController()
    const read = async () => {
      try {
        const response = await fetch(`/api/map/years?${ask}`, { signal: question.signal })
        const { readYears } = await import('@/modules/map/ui/years-answer')
        setYears(readYears(await response.json()))
      } catch {
        if (!question.signal.aborted) setYears('failed')
      }
    }
    void read()
    return () => question.abort()
  }, [ask])
  return years
}
