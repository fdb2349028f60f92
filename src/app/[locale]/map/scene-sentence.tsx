import type { ReactNode } from 'react'
import type { Scene } from '@/modules/map/scene.queries'
import { labelIn } from '@/modules/map/ui/label-in'
import { MapSentence } from '@/modules/map/ui/map-sentence'
import { relationTypes } from '@/modules/taxonomy/taxonomy.schema'

/** What is seen of a selected actor, in words; nothing for the other scenes. */
export function sceneSentence(scene: Scene, locale: string): ReactNode {
  if (scene.kind !== 'actor' || scene.lines.length === 0) return null
  const shown = new Set(scene.lines.flatMap((line) => line.relations.map(({ type }) => type)))
  const years = scene.lines.flatMap((line) => (line.since === null ? [] : [line.since])).sort()
  return (
    <MapSentence
      name={labelIn(scene.actor, locale).value}
      types={relationTypes.filter((type) => shown.has(type))}
      relations={scene.page.total}
      countries={new Set(scene.lines.map((line) => line.country)).size}
      since={years[0] ?? null}
    />
  )
}
