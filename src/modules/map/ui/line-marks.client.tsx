'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { LonLat } from '@/core/mercator'
import type { Line } from '@/modules/map/map.schema'
import { ActorMark } from '@/modules/map/ui/actor-mark'
import { EndMark } from '@/modules/map/ui/end-mark'
import { crowdedEnds, lineEnds, lineId } from '@/modules/map/ui/line-ends'
import { nothingLit, useLit } from '@/modules/map/ui/lit-context'
import type { ActorKind } from '@/modules/taxonomy/taxonomy.schema'
import type { Arc } from '@/ui/base-map/arc'
import { MapArcs } from '@/ui/base-map/map-arcs.client'
import type { MapMark } from '@/ui/base-map/map-mark'
import { MapMarks } from '@/ui/base-map/map-marks.client'

/** What the lines start from: an actor with its disc, or the holder of a relation. */
export type LineCentre = { id: string; at: LonLat; name: string; kind: ActorKind }

type LineMarksProps = {
  lines: readonly Line[]
  subject: string
  centre: LineCentre | null
  zoom: number
  /** A far end was pressed: slugs of the relations with it. */
  onEnd: (relations: readonly string[]) => void
}

const arcOf = (line: Line): Arc => {
  const isInward = line.flow === 'in'
  return {
    id: lineId(line),
    from: isInward ? line.to : line.from,
    to: isInward ? line.from : line.to,
    group: line.group,
    state: line.state,
    count: line.count,
    hasArrow: line.flow !== null,
  }
}

/** The lines of a selection, the selected disc, and rings with names at the far ends. */
export function LineMarks({ lines, subject, centre, zoom, onEnd }: LineMarksProps) {
  const t = useTranslations('map.mark')
  const { lit, light } = useLit()
  const arcs = useMemo(() => lines.map(arcOf), [lines])
  const ends = useMemo(() => lineEnds(lines), [lines])
  const crowded = useMemo(() => crowdedEnds(ends, centre?.at ?? null, zoom), [ends, centre, zoom])
  const litLines = useMemo(() => {
    const ids = lines.filter((line) => line.relations.some(({ slug }) => lit.ids.has(slug))).map(lineId)
    return ids.length > 0 ? new Set(ids) : null
  }, [lines, lit])
  const isEndLit = (relations: readonly string[]) => relations.some((slug) => lit.ids.has(slug))

  const marks: MapMark[] = [
    ...(centre === null
      ? []
      : [
          {
            id: centre.id,
            at: centre.at,
            size: 34,
            name: t('selected', { name: centre.name }),
            isPressed: true,
            content: <ActorMark kind={centre.kind} isSelected />,
          },
        ]),
    ...ends.map(({ id, at, name, group, count, since, relations }): MapMark => ({
      id,
      at,
      size: crowded.has(id) ? 10 : 22,
      name: t('end', { name, count }),
      content: <EndMark group={group} isCrowded={crowded.has(id)} isLit={isEndLit(relations)} />,
      ...(crowded.has(id) && !isEndLit(relations) ? {} : { label: name }),
      ...(count > 1 ? { note: String(count) } : since === null ? {} : { note: since }),
      importance: isEndLit(relations) ? 1e6 : count,
    })),
  ]
  const relationsAt = (id: string) => ends.find((end) => end.id === id)?.relations ?? []

  return (
    <>
      <MapArcs arcs={arcs} subject={subject} lit={litLines} />
      <MapMarks
        marks={marks}
        onPress={(id) => {
          if (id !== centre?.id) onEnd(relationsAt(id))
        }}
        onPoint={(id) =>
          light(id === null || id === centre?.id ? nothingLit : { ids: new Set(relationsAt(id)), at: null, box: null })
        }
      />
    </>
  )
}
