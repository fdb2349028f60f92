/** A circle on the unit square of Web Mercator, with what it stands for. */
export type Circle<Content> = { x: number; y: number; weight: number; content: Content }

/**
 * Joins circles whose centres are nearer than `distance`, the heaviest first, so that no two marks overlap and every
 * weight is kept: the sum over the result equals the sum over the input. `join` adds the second content to the first.
 */
export function joinNear<Content>(
  circles: readonly Circle<Content>[],
  distance: number,
  join: (into: Content, from: Content) => Content,
): Circle<Content>[] {
  const kept = new Map<string, Circle<Content>[]>()
  const joined: Circle<Content>[] = []
  const cell = (value: number) => Math.floor(value / distance)
  const byWeight = [...circles].sort((a, b) => b.weight - a.weight || a.x - b.x || a.y - b.y)
  for (const circle of byWeight) {
    const [column, row] = [cell(circle.x), cell(circle.y)]
    const near = [-1, 0, 1]
      .flatMap((dx) => [-1, 0, 1].flatMap((dy) => kept.get(`${column + dx},${row + dy}`) ?? []))
      .filter((other) => Math.hypot(other.x - circle.x, other.y - circle.y) < distance)
      .sort((a, b) => b.weight - a.weight)[0]
    if (near !== undefined) {
      near.content = join(near.content, circle.content)
      near.weight += circle.weight
      continue
    }
    const first = { ...circle }
    joined.push(first)
    const key = `${column},${row}`
    kept.set(key, [...(kept.get(key) ?? []), first])
  }
  return joined
}
