'use client'

import { useTranslations } from 'next-intl'
import { lazy, Suspense, use, useMemo, useState, type ReactNode } from 'react'
import type { NetworkColumn } from '@/modules/network/network-state.schema'
import type { NetworkAnswer, NetworkNode } from '@/modules/network/network.schema'
import { NetworkContext } from '@/modules/network/ui/network-context'
import { inMeasuredOrder } from '@/modules/network/ui/measured-order'
import { Button } from '@/ui/button'

// Few readers sort by what is measured: the table is theirs alone.
const NetworkTable = lazy(async () => ({ default: (await import('@/modules/network/ui/network-table')).NetworkTable }))

const perPage = 25

const nodeAt = ({ nodes }: NetworkAnswer, at: number): NetworkNode => ({
  key: nodes.key[at] ?? '',
  slug: nodes.slug[at] ?? null,
  kind: nodes.kind[at] ?? null,
  name: nodes.name[at] ?? '',
  language: nodes.language[at] ?? null,
  country: nodes.country[at] ?? '',
  territory: nodes.territory[at] ?? null,
  relations: nodes.relations[at] ?? 0,
  degree: nodes.degree[at] ?? 0,
  countries: nodes.countries[at] ?? 0,
})

/**
 * The table in the order of what this browser measures, once it has; until then, and without script, that of the server
 * (`children`).
 */
export function MeasuredRows({
  sort,
  path,
  query,
  children,
}: {
  sort: { column: NetworkColumn; isDown: boolean }
  path: string
  /** The parameters of the page. */
  query: string
  children: ReactNode
}) {
  const t = useTranslations('network.table')
  const work = use(NetworkContext)
  const [shown, setShown] = useState(perPage)
  const data = work?.data ?? null
  const values = sort.column === 'community' ? work?.communities : work?.betweenness?.values
  const order = useMemo(
    () => (data === null || !values ? null : inMeasuredOrder(values, data.nodes, sort)),
    [data, values, sort],
  )
  if (sort.column !== 'betweenness' && sort.column !== 'community') return children
  if (data === null || order === null)
    return (
      <>
        <p role="status" className="mb-2 text-sm font-semibold noscript:hidden">
          {t('measuring')}
        </p>
        {children}
      </>
    )
  return (
    <>
      <p role="status" className="sr-only">
        {t('sorted', { column: t(sort.column), way: sort.isDown ? 'down' : 'up' })}
      </p>
      <Suspense fallback={children}>
        <NetworkTable
          rows={order.slice(0, shown).map((at) => nodeAt(data, at))}
          path={path}
          params={new URLSearchParams(query)}
          sort={sort}
        />
      </Suspense>
      {order.length > shown && (
        <div className="mt-5">
          <Button onClick={() => setShown(shown + perPage)}>{t('more')}</Button>
        </div>
      )}
    </>
  )
}
