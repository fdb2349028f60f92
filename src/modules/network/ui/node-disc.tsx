import type { ActorKind } from '@/modules/taxonomy/taxonomy.schema'
import { Disc } from '@/ui/disc'
import { PlaceDisc } from '@/ui/place-disc'

/** An actor's disc, or that of a place (`kind` null). */
export function NodeDisc({ kind, small = false }: { kind: ActorKind | null; small?: boolean }) {
  const size = small ? 22 : 28
  return kind === null ? <PlaceDisc size={size} /> : <Disc kind={kind} size={size} />
}
