import { LineKey } from '@/modules/map/ui/line-key'
import { LegendBox } from '@/modules/map/ui/legend-box'
import { AreaKey } from '@/modules/map/ui/area-key'
import { widthAt } from '@/modules/map/width.schema'
import type { RelationGroup } from '@/modules/taxonomy/taxonomy.schema'

/** A legend in the reader's words: what is shown, its classes, and the groups or the missing ones. */
export type ValueLegendWords = {
  title: string
  classes: readonly { key: string; words: string; note: string }[]
  /** Of areas without a value; null for flows. */
  missing: string | null
  /** Groups on the map, of flows. */
  groups: readonly (readonly [RelationGroup, string])[]
  colour: string | null
}

/** The legend of flows or regions: ranges in words and numbers (LOOK §7). */
export function ValueLegend({ words }: { words: ValueLegendWords }) {
  const { title, classes, missing, groups, colour } = words
  if (classes.length === 0) return null
  return (
    <LegendBox title={title} name={title}>
      <ul className="grid gap-y-1.5">
        {classes.map(({ key, words: range, note }, step) => (
          <li key={key} className="flex items-center gap-2.5 tabular-nums">
            {missing === null ? <WidthKey step={step} /> : <AreaKey step={step} />}
            <span>
              {range}
              {note !== '' && <span className="text-ink-2">, {note}</span>}
            </span>
          </li>
        ))}
        {missing !== null && (
          <li className="flex items-center gap-2.5">
            <AreaKey step={null} />
            {missing}
          </li>
        )}
      </ul>
      {colour !== null && (
        <>
          <p className="mt-2.5 mb-1.5 text-xs text-ink-2">{colour}</p>
          <ul className="grid gap-y-1.5">
            {groups.map(([group, name]) => (
              <li key={group} className="flex items-center gap-2.5">
                <LineKey group={group} state="active" />
                {name}
              </li>
            ))}
          </ul>
        </>
      )}
    </LegendBox>
  )
}

/** A line as thick as those of its class. */
function WidthKey({ step }: { step: number }) {
  return (
    <svg viewBox="0 0 40 12" width="40" height="12" aria-hidden className="flex-none stroke-ink-2">
      <path d="M2 6H38" strokeWidth={widthAt(step)} />
    </svg>
  )
}
