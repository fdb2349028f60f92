import { z } from 'zod'
import type { Bbox } from './bbox'

/** `'10,44,11,45'` as people's URLs carry it. Message key: badBbox. */
export const bboxParam = z.string().transform((text, context): Bbox => {
  const numbers = text.split(',').map((part) => (/^\s*-?\d+(\.\d+)?\s*$/.test(part) ? Number(part) : Number.NaN))
  const [west, south, east, north] = numbers
  if (
    numbers.length !== 4 ||
    west === undefined ||
    south === undefined ||
    east === undefined ||
    north === undefined ||
    !numbers.every(Number.isFinite) ||
    Math.abs(west) > 180 ||
    Math.abs(east) > 180 ||
    south < -90 ||
    north > 90 ||
    south > north
  ) {
    context.addIssue({ code: 'custom', message: 'badBbox' })
    return z.NEVER
  }
  return [west, south, east, north]
})
