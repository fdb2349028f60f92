'use client'

import { useEffect, useState } from 'react'
import * as z from 'zod/mini'
import type { Years } from '@/modules/map/year.schema'

const counted = z.array(z.tuple([z.int(), z.int()]))
const yearsSchema = z.object({ total: z.int(), now: z.int(), begun: counted, renewed: counted, ended: counted })

/** The years of the relations under a filter, from the door; the ones before stay until new ones come. */
export function useYears(ask: string): Years | 'failed' | null {
  const [years, setYears] = useState<Years | 'failed' | null>(null)
  useEffect(() => {
    const question = new AbortController()
    const read = async () => {
      try {
        const response = await fetch(`/api/map/years?${ask}`, { signal: question.signal })
        setYears(yearsSchema.parse(await response.json()))
      } catch {
        if (!question.signal.aborted) setYears('failed')
      }
    }
    void read()
    return () => question.abort()
  }, [ask])
  return years
}
