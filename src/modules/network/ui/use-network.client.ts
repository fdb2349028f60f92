'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { NetworkAnswer } from '@/modules/network/network.schema'
import type { WorkNews, WorkOrder, WorkTask } from '@/modules/network/ui/work-messages'

/** How far the network of the page has come. */
export type NetworkWork = {
  phase: 'loading' | 'failed' | 'here'
  data: NetworkAnswer | null
  /** Number of each node, by its key. */
  numbers: ReadonlyMap<string, number>
  task: { name: WorkTask; done: number } | null
  end: 'ready' | 'stopped' | null
  communities: Int32Array | null
  betweenness: { values: Float64Array; sources: number } | null
  positions: Float32Array | null
}

const nothing: NetworkWork = {
  ...{ phase: 'loading', data: null, numbers: new Map(), task: null, end: null },
  ...{ communities: null, betweenness: null, positions: null },
}

const afterNews = (work: NetworkWork, news: WorkNews): NetworkWork => {
  switch (news.news) {
    case 'progress':
      return { ...work, end: null, task: { name: news.task, done: news.done } }
    case 'communities':
      return { ...work, communities: news.communities }
    case 'positions':
      return { ...work, positions: news.positions }
    case 'betweenness':
      return { ...work, betweenness: { values: news.betweenness, sources: news.sources } }
    case 'finished':
      return { ...work, task: null, end: news.wasStopped ? 'stopped' : 'ready' }
  }
}

/**
 * Loads the network of a query from `/api/network`, arranges and measures it in a worker. `tryAgain` loads anew after a
 * failure. Who wants no motion sees the picture when it is arranged.
 */
export function useNetwork(query: string) {
  const [work, setWork] = useState(nothing)
  const [turn, setTurn] = useState(0)
  const worker = useRef<Worker | null>(null)
  const give = useCallback((order: WorkOrder) => worker.current?.postMessage(order), [])

  useEffect(() => {
    const abort = new AbortController()
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    const load = async () => {
      const response = await fetch(`/api/network?${query}`, { signal: abort.signal })
      if (!response.ok) throw new TypeError(String(response.status))
      const { readNetwork } = await import('@/modules/network/ui/network-answer')
      const data = readNetwork(await response.json())
      const { from, to, weight } = data.links
      const count = data.nodes.key.length
      setWork({ ...nothing, phase: 'here', data, numbers: new Map(data.nodes.key.map((key, at) => [key, at])) })
      if (count === 0) return
      worker.current = new Worker(new URL('./network.worker.ts', import.meta.url), { type: 'module' })
      worker.current.onmessage = ({ data: news }: MessageEvent<WorkNews>) => {
        if (!still || news.news !== 'positions' || news.isLast) setWork((before) => afterNews(before, news))
      }
      worker.current.onerror = () => setWork((before) => ({ ...before, phase: 'failed', task: null }))
      const links = { from: Uint32Array.from(from), to: Uint32Array.from(to), weight: Float32Array.from(weight) }
      give({ order: 'start', count, ...links })
    }
    load().catch((error: unknown) => {
      if (abort.signal.aborted) return
      setWork({ ...nothing, phase: 'failed' })
      if (!(error instanceof TypeError)) throw error
    })
    return () => {
      abort.abort()
      worker.current?.terminate()
      worker.current = null
    }
  }, [query, turn, give])

  return {
    work,
    stop: () => give({ order: 'stop' }),
    again: () => give({ order: 'again' }),
    tryAgain: () => {
      setWork(nothing)
      setTurn((before) => before + 1)
    },
  }
}
