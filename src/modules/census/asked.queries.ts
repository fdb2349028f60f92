import { z } from 'zod'
import { isId } from '@/core/id'
import type { Atlas } from '@/modules/census/atlas.schema'
import { currentAtlas } from '@/modules/census/atlas.queries'
import * as sql from '@/modules/census/census.sql'
import { rowOfActor } from '@/modules/census/party.queries'
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
  /** The row of the actor that must be among the parties of relations; undefined when none is asked for. */
  party?: number
}

const meantSchema = z.tuple([z.object({ holder: z.string().nullable(), programme: z.string().nullable() })])

async function readAsked(filter: Filter): Promise<Asked> {
  const { holder, programme, territory } = filter
  const [territoryIds, meant] = await Promise.all([
    territory === undefined ? null : territoryIdsWithin(territory).then((ids) => new Set(ids)),
    // Whether an id is that of somebody public, memory knows.
    (holder === undefined || isId(holder)) && programme === undefined
      ? null
      : db
          .$queryRaw<unknown[]>(
            sql.meant({
              slug: holder !== undefined && !isId(holder) ? holder : null,
              programme: programme ?? null,
            }),
          )
          .then((rows) => meantSchema.parse(rows)[0]),
  ])
  return {
    ...{ filter, territoryIds, programme: meant?.programme ?? null },
    holder: holder === undefined || isId(holder) ? holder : (meant?.holder ?? null),
  }
}

type OfActor = Filter & { partyId?: string | undefined }

/**
 * Asks the atlas in memory; null when the filter asks for words, which it knows nothing of, or for one actor, or it is
 * not there. `answer` may await nothing: the atlas changes in between.
 */
export async function askAtlas<Answer>(
  filter: OfActor,
  answer: (atlas: Atlas, asked: Asked) => Answer,
): Promise<Answer | null> {
  return filter.partyId === undefined ? ask(filter, answer) : null
}

/** The same of relations that `chooseRelations` finds, also those of one actor; null when it is not a public one. */
export async function askRelations<Answer>(
  { partyId, ...filter }: OfActor,
  answer: (atlas: Atlas, asked: Asked) => Answer,
): Promise<Answer | null> {
  if (partyId === undefined) return ask(filter, answer)
  return ask(filter, (atlas, asked) => {
    const party = rowOfActor(atlas, partyId)
    return party === null ? null : answer(atlas, { ...asked, party })
  })
}

async function ask<Answer>(filter: Filter, answer: (atlas: Atlas, asked: Asked) => Answer): Promise<Answer | null> {
  if (filter.q !== undefined || globalThis.isAtlasKept !== true) return null
  const asked = await readAsked(filter)
  const atlas = await currentAtlas()
  return atlas === null ? null : answer(atlas, asked)
}
