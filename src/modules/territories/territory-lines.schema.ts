type Placed = { id: string; parentId: string | null }

/** Each territory beside itself and all above it. */
export function linesOf(territories: readonly Placed[]): [home: string, above: string][] {
  const parents = new Map(territories.map(({ id, parentId }) => [id, parentId]))
  return territories.flatMap(({ id }) => {
    const line: [string, string][] = []
    for (let at: string | null = id; at !== null && line.length < 20; at = parents.get(at) ?? null) line.push([id, at])
    return line
  })
}
