import { addressWith } from '@/core/address'
import { bboxText } from '@/core/view-box'
import { listedBox, type MapState } from '@/modules/map/map-state.schema'
import { getLabel, type Scene } from '@/modules/map/scene.queries'
import { ActorPanel } from '@/modules/map/ui/actor-panel'
import { ActorsPanel } from '@/modules/map/ui/actors-panel'
import { FlowsPanel } from '@/modules/map/ui/flows-panel'
import { RegionsPanel } from '@/modules/map/ui/regions-panel'
import { RelationPanel } from '@/modules/map/ui/relation-panel'
import { ViewLinks } from '@/modules/taxonomy/ui/view-links'

/** What stands beside the map: the list in view, or what is selected. */
export async function ScenePanel({
  scene,
  state,
  params,
  locale,
}: {
  scene: Scene
  state: MapState
  params: URLSearchParams
  locale: string
}) {
  const next = (key: string | null) => (key === null ? null : addressWith('/map', params, { after: key }))
  if (scene.kind === 'actor')
    return (
      <ActorPanel
        params={params}
        actor={scene.actor}
        page={scene.page}
        countries={new Set(scene.lines.map((line) => line.country)).size}
        hidden={scene.hidden}
        all={scene.all}
        sort={state.filter.sort ?? '-verified'}
        nextHref={next(scene.page.next)}
      />
    )
  if (scene.kind === 'relation')
    return (
      <RelationPanel
        params={params}
        relation={scene.relation}
        from={state.actor === null ? null : await getLabel(state.actor, locale)}
        all={scene.all}
      />
    )
  const box = listedBox(state)
  const views = <ViewLinks now="map" params={params} box={box === null ? null : bboxText(box)} />
  if (scene.kind === 'flows')
    return <FlowsPanel params={params} found={scene.found} states={scene.states} byType={scene.byType} views={views} />
  if (scene.kind === 'regions') return <RegionsPanel params={params} found={scene.found} views={views} />
  return (
    <ActorsPanel
      params={params}
      rows={scene.page.rows}
      total={scene.page.total}
      all={scene.all}
      withoutPoint={scene.withoutPoint}
      sort={state.filter.sort ?? 'relations'}
      nextHref={next(scene.page.next)}
      scope={state.here !== null ? 'here' : state.view !== null ? 'view' : 'all'}
      isMissing={scene.isMissing}
      views={views}
    />
  )
}
