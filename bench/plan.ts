import { z } from 'zod'

type Node = { type: string; table: string | null; children: Node[] }

const node: z.ZodType<Node> = z.lazy(() =>
  z
    .object({
      'Node Type': z.string(),
      'Relation Name': z.string().optional(),
      Plans: z.array(node).default([]),
    })
    .transform((raw) => ({ type: raw['Node Type'], table: raw['Relation Name'] ?? null, children: raw.Plans })),
)

const explained = z.tuple([z.object({ Plan: node, 'Execution Time': z.number() })])

/** Tables that a plan reads from end to end, from what EXPLAIN (FORMAT JSON) says. */
export function wholeReads(plan: unknown): string[] {
  const [{ Plan: root }] = explained.parse(plan)
  const found = new Set<string>()
  const look = ({ type, table, children }: Node): void => {
    if (type === 'Seq Scan' && table !== null) found.add(table)
    children.forEach(look)
  }
  look(root)
  return [...found]
}

/** Milliseconds the database says it took. */
export const executionTime = (plan: unknown): number => explained.parse(plan)[0]['Execution Time']
