import { MapIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Link } from '@/i18n/navigation'
import type { RelationState } from '@/modules/taxonomy/taxonomy.schema'
import type { RelationGroup } from '@/modules/taxonomy/relation-choices.schema'
import { MiniMap, type MiniPoint } from '@/ui/base-map/mini-map'

/** A line of the map as the room of maps finds it. */
export type ShownLine = {
  from: readonly [number, number]
  to: readonly [number, number]
  group: RelationGroup
  state: RelationState
  count: number
}

/** Small map of a record with its lines; suspended and ended ties are left out, as on the large map (LOOK §1, rule 2). */
export function RelationMap({
  label,
  centre,
  color,
  lines,
  boundary,
  showEnded = false,
  size = [380, 296],
  href,
}: {
  label: string
  centre: readonly [number, number] | null
  /** Class of the kind; without it the centre is a place. */
  color?: string
  lines: readonly ShownLine[]
  boundary?: readonly (readonly (readonly (readonly number[])[])[])[]
  /** Draws suspended and ended ties too: on the page of one, it is what was asked for. */
  showEnded?: boolean
  /** Width and height in pixels at its usual width. */
  size?: readonly [number, number]
  /** Address of the large map with the same things on it. */
  href: string
}) {
  const t = useTranslations('relations')
  const alive = lines.filter(({ state }) => showEnded || (state !== 'suspended' && state !== 'ended'))
  const points: MiniPoint[] = [
    ...(centre === null ? [] : [{ id: 'centre', at: centre, isMain: true, ...(color !== undefined && { color }) }]),
    ...alive.map(({ to }, index) => ({ id: String(index), at: to })),
  ]
  if (points.length === 0 && boundary === undefined) return null
  return (
    <div>
      <MiniMap
        label={label}
        points={points}
        lines={alive.map((line, index) => ({ id: String(index), ...line }))}
        {...(boundary !== undefined && { boundary })}
        width={size[0]}
        height={size[1]}
      />
      <p data-screen-only className="mt-2 flex items-center gap-2 text-sm">
        <MapIcon className="size-4 flex-none" aria-hidden />
        <Link href={href} prefetch={false} className="text-ink-2">
          {t('openMap')}
        </Link>
      </p>
    </div>
  )
}
