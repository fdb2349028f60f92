'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { type Bbox, isInBox } from '@/core/bbox'
import { middleOf, zoomInto } from '@/core/view-box'
import type { Cluster, Mark } from '@/modules/map/map.schema'
import { ActorMark } from '@/modules/map/ui/actor-mark'
import { Donut, donutRadius } from '@/modules/map/ui/donut'
import { nothingLit, useLit } from '@/modules/map/ui/lit-context'
import type { MapMark } from '@/ui/base-map/map-mark'
import { MapMarks } from '@/ui/base-map/map-marks.client'
import { useMountedMap } from '@/ui/base-map/map-context'
import { kindKeys } from '@/ui/kind-look'

const lastZoom = 14
const longest = 30

type ActorMarksProps = {
  features: readonly (Cluster | Mark)[]
  /** Slugs in the order of the list: marks are reached by Tab in the same order. */
  order: readonly string[]
  /** The box of the spot whose actors are listed. */
  spot: Bbox | null
  onActor: (slug: string) => void
  /** A cluster that no zoom takes apart: its actors are for the list. */
  onSpot: (cluster: Cluster) => void
}

const isCluster = (feature: Cluster | Mark): feature is Cluster => 'byKind' in feature
const clusterId = ({ at, count }: Cluster) => `cluster ${at.join(' ')} ${count}`

/** Clusters and single actors. */
export function ActorMarks({ features, order, spot, onActor, onSpot }: ActorMarksProps) {
  const t = useTranslations('map.mark')
  const format = useFormatter()
  const mounted = useMountedMap()
  const { lit, light } = useLit()
  const { clusters, singles, named } = useMemo(() => {
    const rank = new Map(order.map((slug, index) => [slug, index]))
    const place = ({ slug }: Mark) => rank.get(slug) ?? order.length
    const largestFirst = features.filter(isCluster).sort((a, b) => b.count - a.count)
    return {
      clusters: largestFirst,
      // Of several in one territory the largest bears its name.
      named: new Set(new Map(largestFirst.toReversed().map((cluster) => [cluster.territory, cluster])).values()),
      singles: features
        .filter((feature): feature is Mark => !isCluster(feature))
        .sort((a, b) => place(a) - place(b) || a.name.localeCompare(b.name)),
    }
  }, [features, order])

  const marks: MapMark[] = [
    ...clusters.map((cluster): MapMark => {
      const kinds = kindKeys.flatMap((kind) => {
        const count = cluster.byKind[kind] ?? 0
        return count > 0 ? [t(`kinds.${kind}`, { count })] : []
      })
      const isSpot = spot !== null && isInBox(spot, cluster.at)
      return {
        id: clusterId(cluster),
        at: cluster.at,
        size: 2 * donutRadius(cluster.count),
        name: t(cluster.territory === null ? 'cluster' : 'clusterIn', {
          count: cluster.count,
          kinds: format.list(kinds),
          territory: cluster.territory ?? '',
        }),
        ...(named.has(cluster) &&
          cluster.territory !== null && { label: cluster.territory, labelSide: 'below' as const }),
        ...(isSpot && { isPressed: true }),
        importance: cluster.count,
        content: (
          <Donut
            count={cluster.count}
            byKind={cluster.byKind}
            isLit={isSpot || (lit.at !== null && isInBox(cluster.bounds, lit.at))}
          />
        ),
      }
    }),
    ...singles.map((mark): MapMark => ({
      id: mark.slug,
      at: mark.at,
      size: 29,
      name: t('actor', { name: mark.name, kind: t(`kind.${mark.kind}`), freshness: mark.freshness }),
      content: <ActorMark kind={mark.kind} isLit={lit.ids.has(mark.slug)} freshness={mark.freshness} />,
      label: mark.name.length > longest ? `${mark.name.slice(0, longest - 1).trimEnd()}…` : mark.name,
    })),
  ]

  const press = (id: string) => {
    const cluster = clusters.find((one) => clusterId(one) === id)
    if (cluster === undefined) return onActor(id)
    if (!mounted) return
    const [west, south, east, north] = cluster.bounds
    const now = mounted.map.getZoom()
    const isOneSpot = Math.max(east - west, north - south) < 0.0002
    if (isOneSpot || now >= lastZoom) return onSpot(cluster)
    mounted.show({
      center: middleOf(cluster.bounds),
      zoom: zoomInto(cluster.bounds, now, { pixels: 400, most: lastZoom }),
    })
  }

  const point = (id: string | null) => {
    const cluster = clusters.find((one) => clusterId(one) === id)
    light(id === null ? nothingLit : { ids: new Set([id]), at: null, box: cluster?.bounds ?? null })
  }

  return <MapMarks marks={marks} onPress={press} onPoint={point} />
}
