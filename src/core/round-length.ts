/** The greatest of 1, 2, 5, 10, 20, 50 … that is not above `most`, which is at least 1: what a scale bar is long. */
export function roundLength(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most))
  return ([5, 2].find((step) => step * power <= most) ?? 1) * power
}
