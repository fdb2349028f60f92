import { BookMarked, Globe, Map as MapIcon, Tag } from 'lucide-react'
import type { Found } from '@/modules/search/search.schema'
import { Disc } from '@/ui/disc'
import { GroupIcon } from '@/ui/group-icon'
import { PlaceDisc } from '@/ui/place-disc'

type Drawn = Pick<Found, 'kind' | 'actorKind' | 'group'>

/** What was found as it is drawn everywhere: an actor's disc, a relation's tile, a place's rim, a territory's ink. */
export function FoundIcon({ found: { kind, actorKind, group } }: { found: Drawn }) {
  if (actorKind !== null) return <Disc kind={actorKind} size={22} />
  if (group !== null) return <GroupIcon group={group} />
  if (kind === 'place') return <PlaceDisc size={22} />
  if (kind === 'territory')
    return (
      <span className="inline-grid size-[22px] flex-none place-items-center rounded-full bg-ink text-on-ink">
        <MapIcon className="size-[13px]" aria-hidden />
      </span>
    )
  const Icon = kind === 'country' ? Globe : kind === 'practice' ? BookMarked : Tag
  return (
    <span className="inline-grid size-[22px] flex-none place-items-center text-ink-2">
      <Icon className="size-4" aria-hidden />
    </span>
  )
}
