'use client'

import { useFormatter } from 'next-intl'
import { use } from 'react'
import { NetworkContext } from '@/modules/network/ui/network-context'

/** A figure of one node that the browser measures; a dash until it is there. */
export function NodeMeasure({ nodeKey, measure }: { nodeKey: string; measure: 'betweenness' | 'community' }) {
  const work = use(NetworkContext)
  const format = useFormatter()
  const node = work?.numbers.get(nodeKey)
  if (work === null || node === undefined) return <span className="text-ink-3">–</span>
  if (measure === 'community') {
    const community = work.communities?.[node]
    return community === undefined ? <span className="text-ink-3">–</span> : format.number(community + 1)
  }
  const share = work.betweenness?.values[node]
  if (share === undefined) return <span className="text-ink-3">–</span>
  return format.number(share, { style: 'percent', maximumFractionDigits: 2 })
}
