import { z } from 'zod'
import { isId } from '@/core/id'
import type { Atlas } from '@/modules/census/atlas.schema'
import { currentAtlas } from '@/modules/census/atlas.queries'
import * as sql from '@/modules/census/census.sql'
import type { Filter } from '@/modules/taxonomy/filter.schema'
import { territoryIdsWithin } from '@/modules/territories/territory.queries'
import { db } from '@/platform/db'

/** A filter with what only the database could say of it. */
export type Asked = {
  filter: Filter
  /** The territory asked for and all below it; null when none is. */
  territoryIds: ReadonlySet<string> | null
  /** The holder asked for; undefined when none is, null when nobody public is meant. */
  holder: string | null | undefined
  /** The programme asked for, in small letters. */
  programme: string | null
}

const meantSchema = z.tuple([z.object({ holder: z.string().nullable(), programme: z.string().nullable() })])

async function readAsked(filter: Filter): Promise<Asked> {
  const { holder, programme, territory } = filter
  const [territoryIds, meant] = await Promise.all([
    territory === undefined ? null : territoryIdsWithin(territory).then((ids) => new Set(ids)),
    holder === undefined && programme === undefined
      ? null
      : db
          .$queryRaw<unknown[]>(
            sql.meant({
              id: holder !== undefined && isId(holder) ? holder : null,
              slug: holder !== undefined && !isId(holder) ? holder : null,
              programme: programme ?? null,
            }),
          )
          .then((rows) => meantSchema.parse(rows)[0]),
  ])
  return {
    ...{ filter, territoryIds, programme: meant?.programme ?? null },
    holder: holder === undefined ? undefined : (meant?.holder ?? null),
  }
}

/**
 * Asks the atlas in memory; null when the filter asks for words or for one actor, which it knows nothing of, or it is
 * not there. `answer` may await nothing: the atlas changes in between.
 */
export async function askAtlas<Answer>(
  filter: Filter & { partyId?: string | undefined },
  answer: (atlas: Atlas, asked: Asked) => Answer,
): Promise<Answer | null> {
  if (filter.q !== undefined || filter.partyId !== undefined || globalThis.isAtlasKept !== true) return null
  const asked = await readAsked(filter)
  const atlas = await currentAtlas()
  return atlas === null ? null : answer(atlas, asked)
}
