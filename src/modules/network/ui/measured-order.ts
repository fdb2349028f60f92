type Nodes = { key: readonly string[]; degree: readonly number[] }

/**
 * Places of nodes by a measured value, up or down; equal ones by how many they are linked with, the most first, and by key,
 * so that the order is the same every time.
 */
export function inMeasuredOrder(
  values: ArrayLike<number>,
  nodes: Nodes,
  { isDown }: { isDown: boolean },
): readonly number[] {
  const turn = isDown ? -1 : 1
  return nodes.key
    .map((_, at) => at)
    .sort(
      (a, b) =>
        turn * ((values[a] ?? 0) - (values[b] ?? 0)) ||
        (nodes.degree[b] ?? 0) - (nodes.degree[a] ?? 0) ||
        ((nodes.key[a] ?? '') < (nodes.key[b] ?? '') ? -1 : 1),
    )
}
