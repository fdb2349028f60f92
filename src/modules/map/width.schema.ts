/** Widths of lines by class, from the fewest records (LOOK §7): pixels on the map, units of the picture. */
export const lineWidths = [2, 3, 4.2, 5.5, 7] as const

/** The width of a class. */
export const widthAt = (step: number): number => lineWidths[Math.min(Math.max(0, step), lineWidths.length - 1)] ?? 2
