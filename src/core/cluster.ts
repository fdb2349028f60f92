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
  // Which of those joined so far are in a square of the distance's size.
  const squares = new Map<number, Circle<Content>[]>()
  const width = Math.ceil(1 / distance) + 3
  const square = (x: number, y: number) => (Math.floor(y / distance) + 1) * width + Math.floor(x / distance) + 1
  const joined: Circle<Content>[] = []
  const byWeight = [...circles].sort((a, b) => b.weight - a.weight || a.x - b.x || a.y - b.y)
  for (const circle of byWeight) {
    const own = square(circle.x, circle.y)
    let near: Circle<Content> | null = null
    for (const right of [-1, 0, 1])
      for (const down of [-width, 0, width])
        for (const other of squares.get(own + right + down) ?? [])
          if (
            (near === null || other.weight > near.weight) &&
            Math.hypot(other.x - circle.x, other.y - circle.y) < distance
          )
            near = other
    if (near !== null) {
      near.content = join(near.content, circle.content)
      near.weight += circle.weight
      continue
    }
    const first = { ...circle }
    joined.push(first)
    const there = squares.get(own)
    if (there === undefined) squares.set(own, [first])
    else there.push(first)
  }
  return joined
}
