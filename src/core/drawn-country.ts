import countries from 'i18n-iso-countries'
import type { Bbox } from './bbox'
import type { Point } from './polygon'

// Areas of Natural Earth without an ISO number of their own.
const unnumbered: Record<string, string> = {
  Kosovo: 'XK',
  'N. Cyprus': 'CY',
  Somaliland: 'SO',
  Baikonur: 'KZ',
  'Indian Ocean Ter.': 'AU',
}

/** The ISO code of a country of world-atlas by its number or name; undefined when it has none. */
export const codeOfDrawing = (id: string | undefined, name: string): string | undefined =>
  (id === undefined ? undefined : countries.numericToAlpha2(id)) ?? unnumbered[name]

// Parts of a country that have an ISO code of their own but no drawing: who is drawn, whose it is, within which box.
export const overseas: readonly { drawn: string; code: string; box: Bbox }[] = [
  { drawn: 'FR', code: 'GF', box: [-55, 2, -51, 6.5] },
  { drawn: 'FR', code: 'GP', box: [-62, 15.7, -60.9, 16.7] },
  { drawn: 'FR', code: 'MQ', box: [-61.4, 14.2, -60.7, 15] },
  { drawn: 'FR', code: 'YT', box: [44.8, -13.2, 45.5, -12.4] },
  { drawn: 'FR', code: 'RE', box: [55, -21.6, 56, -20.7] },
  { drawn: 'NL', code: 'BQ', box: [-69, 11.9, -62.8, 17.8] },
  { drawn: 'NO', code: 'SJ', box: [9, 73.5, 36, 81] },
  { drawn: 'NO', code: 'SJ', box: [-10, 70.5, -7, 71.5] },
  { drawn: 'NO', code: 'BV', box: [3, -54.6, 3.7, -54.2] },
  { drawn: 'AU', code: 'CX', box: [105.3, -10.8, 106, -10.2] },
  { drawn: 'AU', code: 'CC', box: [96.5, -12.5, 97.2, -11.6] },
  { drawn: 'NZ', code: 'TK', box: [-173, -9.6, -171, -8.3] },
]

const isWithin = ([west, south, east, north]: Bbox, { longitude, latitude }: Point) =>
  longitude >= west && longitude <= east && latitude >= south && latitude <= north

/**
 * Natural Earth draws who holds a place; ISO 3166 and the United Nations say whose it is: Crimea is Ukraine (General
 * Assembly resolution 68/262), Western Sahara a territory of its own (EH), Réunion has a code of its own (RE).
 */
export function asIsoSays(code: string, point: Point): string {
  if (code === 'RU' && isWithin([32.3, 44.2, 36.7, 46.3], point)) return 'UA'
  if (code === 'MA' && point.latitude < 27.667) return 'EH'
  return overseas.find(({ drawn, box }) => drawn === code && isWithin(box, point))?.code ?? code
}
