import type { Cluster, Line, Mark } from '@/modules/map/map.schema'
import { LineKey } from '@/modules/map/ui/line-key'
import type { ActorKind, RelationState } from '@/modules/taxonomy/taxonomy.schema'
import type { RelationGroup } from '@/modules/taxonomy/relation-choices.schema'
import { LegendBox } from '@/modules/map/ui/legend-box'
import { Disc } from '@/ui/disc'
import { kindKeys } from '@/ui/kind-look'
import { SealMark } from '@/ui/seal-mark'

/** Words of the legend in the reader's language. */
export type LegendWords = {
  actors: string
  lines: string
  everything: string
  width: string
  stale: string
  kinds: readonly (readonly [ActorKind, string])[]
  groups: readonly (readonly [RelationGroup, string])[]
  states: readonly (readonly [RelationState, string])[]
}

const isStale = ({ freshness }: Mark) => freshness === 'old' || freshness === 'never'

const listClasses = 'grid gap-x-5 gap-y-1.5 text-sm'

/** What the colours and lines mean: only those that are on the map; the rest opens (LOOK §7). */
export function MapLegend({
  words,
  features,
  lines,
}: {
  words: LegendWords
  /** Clusters and marks on the map; null while lines are shown. */
  features: readonly (Cluster | Mark)[] | null
  lines: readonly Line[]
}) {
  const kinds = new Set(
    (features ?? []).flatMap((feature) =>
      'kind' in feature ? [feature.kind] : kindKeys.filter((kind) => feature.byKind[kind]),
    ),
  )
  const styles = words.groups.flatMap(([group, name]) =>
    words.states
      .filter(([state]) => lines.some((line) => line.group === group && line.state === state))
      .map(([state, word]) => ({ group, state, name: state === 'active' ? name : `${name}, ${word}` })),
  )
  if (kinds.size === 0 && styles.length === 0) return null
  return (
    <LegendBox title={features === null ? words.lines : words.actors} name={words.everything}>
      {features === null ? (
        <ul className={listClasses}>
          {styles.map(({ group, state, name }) => (
            <li key={`${group} ${state}`} className="flex items-center gap-2">
              <LineKey group={group} state={state} />
              {name}
            </li>
          ))}
        </ul>
      ) : (
        <ul className={`${listClasses} grid-cols-2`}>
          {words.kinds
            .filter(([kind]) => kinds.has(kind))
            .map(([kind, name]) => (
              <li key={kind} className="flex items-center gap-2">
                <Disc kind={kind} size={22} />
                {name}
              </li>
            ))}
          {features.some((feature) => 'kind' in feature && isStale(feature)) && (
            <li className="col-span-2 flex items-center gap-2">
              <span className="flex">
                <SealMark freshness="never" />
                <SealMark freshness="old" />
              </span>
              {words.stale}
            </li>
          )}
        </ul>
      )}
      <details className="mt-2 text-xs">
        <summary className="inline-flex min-h-6 items-center text-link underline underline-offset-[.18em]">
          {words.everything}
        </summary>
        <ul className={`${listClasses} mt-2 max-h-[40vh] overflow-y-auto`}>
          {words.kinds
            .filter(([kind]) => !kinds.has(kind))
            .map(([kind, name]) => (
              <li key={kind} className="flex items-center gap-2">
                <Disc kind={kind} size={22} />
                {name}
              </li>
            ))}
          {words.groups.map(([group, name]) => (
            <li key={group} className="flex items-center gap-2">
              <LineKey group={group} state="active" />
              {name}
            </li>
          ))}
          {words.states.map(([state, name]) => (
            <li key={state} className="flex items-center gap-2">
              <LineKey state={state} />
              {name}
            </li>
          ))}
          <li>{words.width}</li>
        </ul>
      </details>
    </LegendBox>
  )
}
