/** Radius of each node in pixels: its area grows with the figure, the largest figure has the largest disc. */
export function nodeSizes(figures: ArrayLike<number>): Float32Array {
  const count = figures.length
  const [least, most] = count > 5000 ? [1.5, 12] : count > 300 ? [3, 14] : [4, 18]
  let top = 0
  for (let node = 0; node < count; node += 1) top = Math.max(top, figures[node] ?? 0)
  const sizes = new Float32Array(count).fill(least)
  if (top > 0)
    for (let node = 0; node < count; node += 1)
      sizes[node] = least + (most - least) * Math.sqrt((figures[node] ?? 0) / top)
  return sizes
}
