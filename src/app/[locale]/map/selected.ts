import { addressWith } from '@/core/address'
import type { MapState } from '@/modules/map/map-state.schema'
import type { Scene } from '@/modules/map/scene.queries'
import { selectionOf, withoutSelection } from '@/modules/map/ui/map-address'
import type { Selected } from '@/modules/map/ui/use-selection-focus.client'

/** What is open beside the map, and the address that closes it: one step back, a relation to the actor it came from. */
export function selectedOf(
  scene: Scene,
  { actor, here }: MapState,
  query: URLSearchParams,
): { selected: Selected | null; back: string } {
  const whole = withoutSelection(query)
  if (scene.kind === 'actor') return { selected: { id: scene.actor.slug, from: null }, back: whole }
  if (scene.kind === 'relation') {
    const back = actor === null ? whole : selectionOf(query, { actor })
    return { selected: { id: scene.relation.slug, from: actor }, back }
  }
  if (here === null) return { selected: null, back: whole }
  return { selected: { id: 'spot', from: null }, back: addressWith('/map', query, { here: null, after: null }) }
}
