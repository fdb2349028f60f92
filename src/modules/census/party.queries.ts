import { type Atlas, gone, strayed } from '@/modules/census/atlas.schema'

/** Turns the parties and holders of all relations around (Atlas.relationsOf); yields, and nothing may be written meanwhile. */
export function* readRelationsOf({ actors, relations, sites, relationsOf }: Atlas): Generator<void> {
  const { partyStart, partyCount, parties } = relations
  const lists = { rows: relations.count, starts: partyStart.data, counts: partyCount.data, items: parties.data }
  yield* relationsOf.actor.read(lists, actors.count, 1000)
  yield* relationsOf.site.read(lists, sites.length, 1000)
  yield* relationsOf.holder.read({ rows: relations.count, items: relations.holder.data }, actors.count, 1000)
}

/** Relations were written: their parties and holders have them from now on. */
export function followRelations({ relations, relationsOf }: Atlas, written: Int32Array): void {
  const { partyStart, partyCount, parties, holder } = relations
  for (const row of written) {
    relationsOf.holder.follow(holder.data[row] ?? -1, row)
    const start = partyStart.data[row] ?? 0
    const end = start + (partyCount.data[row] ?? 0)
    for (let at = start; at < end; at++) {
      const party = parties.data[at] ?? 0
      ;(party >= 0 ? relationsOf.actor : relationsOf.site).follow(party, row)
    }
  }
}

/** Rows of relations that have a party, or had it: a row of an actor, or −1 − the number of a site. */
export const relationsNaming = ({ relationsOf }: Atlas, party: number): Iterable<number> =>
  party >= 0 ? relationsOf.actor.rowsOf(party) : relationsOf.site.rowsOf(-1 - party)

/** Rows of the public relations that have a party. */
export function relationsWith(atlas: Atlas, party: number): number[] {
  const { partyStart, partyCount, parties, class: classes } = atlas.relations
  const found: number[] = []
  for (const row of relationsNaming(atlas, party)) {
    if (classes.data[row] === gone) continue
    const start = partyStart.data[row] ?? 0
    const end = start + (partyCount.data[row] ?? 0)
    for (let at = start; at < end; at++)
      if (parties.data[at] === party) {
        found.push(row)
        break
      }
  }
  return found
}

/** Rows of the relations that an actor holds, or held. */
export const relationsHeldBy = ({ relationsOf }: Atlas, holder: number): Iterable<number> =>
  relationsOf.holder.rowsOf(holder)

/** The row of a public actor; null when there is none of this id now. */
export function rowOfActor({ actors }: Atlas, id: string): number | null {
  const row = actors.ids.rowOfText(id)
  return row === -1 || ((actors.class.data[row] ?? 0) & ~strayed) === gone ? null : row
}
