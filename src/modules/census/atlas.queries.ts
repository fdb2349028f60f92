import { decided } from '@/core/decision'
import type { Atlas } from '@/modules/census/atlas.schema'
import { apply, type Changes, isLong, prune, readAll, readChanges } from '@/modules/census/reading.queries'
import { FollowedCopy } from '@/platform/cached-copy'

/** Milliseconds that a request waits for memory that is being read; then the database answers it. */
const usualPatience = 100
/**
 * Milliseconds it waits for memory that is there and catches up with a change, which takes a few: what the database would
 * be asked instead takes longer for many at once, and keeps it from being read (decision 048).
 */
const catchUpPatience = 2000

declare global {
  // Next's bundle and the server's bundle each hold a copy of this module; the atlas must be one.
  var atlasKeeper: FollowedCopy<Atlas, Changes> | undefined
  /** Does this process keep one? Said once, when it starts (census.jobs). */
  var isAtlasKept: boolean | undefined
}

function keeper(): FollowedCopy<Atlas, Changes> | null {
  if (globalThis.isAtlasKept !== true) return null
  return (globalThis.atlasKeeper ??= new FollowedCopy({
    ...{ readAll, readChanges, isLong, apply, prune },
    isUntidy: ({ actors, relations, relationsOf, garbage }) =>
      actors.strays.length > 20_000 + actors.count / 50 ||
      actors.names.wasted > 2 ** 24 + actors.names.bytes / 4 ||
      Math.max(garbage, relationsOf.actor.later + relationsOf.site.later + relationsOf.holder.later) >
        50_000 + relations.partiesUsed / 10,
  }))
}

/**
 * The public atlas as of this request, to be read before anything else is awaited; null when this process keeps none or
 * it is not there in time: then the database is asked. Holds public records only.
 */
export async function currentAtlas(patience: number = usualPatience): Promise<Atlas | null> {
  decided() // public data only: for everybody
  return (await keeper()?.current(patience, catchUpPatience)) ?? null
}
