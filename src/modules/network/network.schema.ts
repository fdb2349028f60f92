import { z } from 'zod'
import { whole } from '@/core/number'
import { actorKind } from '@/modules/taxonomy/taxonomy.schema'
import { relationGroups } from '@/modules/taxonomy/relation-choices.schema'

export { stepsChoices } from '@/modules/network/choices.schema'

/** Never more nodes than this: relations over it are left out, and that is told. */
export const mostNodes = 20_000

/** Relations read for one network. Of more, those that began last. */
export const mostRelations = 20_000

/** An id or a slug. */
export const actorKey = z.string().regex(/^[a-z0-9-]{1,100}$/i)
export const stepsParam = whole(1, 3)

/** Groups of relations as bits of one number: what kinds of tie a link stands for. */
export const bitOf = (group: (typeof relationGroups)[number]): number => 1 << relationGroups.indexOf(group)
export const groupsIn = (bits: number) => relationGroups.filter((group) => (bits & bitOf(group)) !== 0)

/**
 * An actor, or a place that is a party itself. `key` names it in this network: the slug of an actor, else `place:` and the
 * number of the gazetteer, or `country:` and the code (and the name, when one is given).
 */
export type NetworkNode = {
  key: string
  /** Of an actor; a place has no page. */
  slug: string | null
  /** Null: a place. */
  kind: z.output<typeof actorKind> | null
  name: string
  language: string | null
  country: string
  /** Slug of the home territory. */
  territory: string | null
  /** Relations of this network in which it is a party. */
  relations: number
  /** Nodes it is linked with. */
  degree: number
  /** Countries of these nodes, its own left out. */
  countries: number
}

export type Network = {
  /** Relations under the filters, and how many of them are drawn. */
  relations: { total: number; drawn: number }
  /** Nodes so near to an actor; more than are drawn when there were too many. */
  found: number
  isWhole: boolean
  nodes: NetworkNode[]
  /** Undirected; `from` and `to` are places in `nodes`, `weight` the number of relations, `groups` as in `bitOf`. */
  links: { from: number[]; to: number[]; weight: number[]; groups: number[] }
  /** Territories that are home to one of the nodes. */
  territories: { slug: string; name: string }[]
}

const column = <Item extends z.ZodType>(item: Item) => z.array(item)
const count = z.number().int()

/** What `/api/network` answers: the network in columns (docs/network.md). */
export const networkAnswer = z.object({
  relations: z.object({ total: count, drawn: count }),
  found: count,
  isWhole: z.boolean(),
  territories: z.array(z.object({ slug: z.string(), name: z.string() })),
  nodes: z.object({
    key: column(z.string()),
    slug: column(z.string().nullable()),
    kind: column(actorKind.nullable()),
    name: column(z.string()),
    language: column(z.string().nullable()),
    country: column(z.string()),
    territory: column(z.string().nullable()),
    relations: column(count),
    degree: column(count),
    countries: column(count),
  }),
  links: z.object({ from: column(count), to: column(count), weight: column(count), groups: column(count) }),
})
export type NetworkAnswer = z.output<typeof networkAnswer>

/** A network in columns: a third of the bytes of records. */
export function networkColumns({ nodes, ...rest }: Network): NetworkAnswer {
  const columnOf = <Key extends keyof NetworkNode>(key: Key) => nodes.map((node) => node[key])
  return {
    ...rest,
    nodes: {
      key: columnOf('key'),
      slug: columnOf('slug'),
      kind: columnOf('kind'),
      name: columnOf('name'),
      language: columnOf('language'),
      country: columnOf('country'),
      territory: columnOf('territory'),
      relations: columnOf('relations'),
      degree: columnOf('degree'),
      countries: columnOf('countries'),
    },
  }
}
