import type { Found, FoundGroup, SearchAnswer } from '@/modules/search/search.schema'

/** A row of the list below the search field. `key` tells it from all others. */
export type SuggestionRow =
  | { key: string; is: 'found'; found: Found }
  | { key: string; is: 'corrected'; text: string }
  | { key: string; is: 'recent'; text: string }
  | { key: 'all'; is: 'all' }
  | { key: 'clear'; is: 'clear' }

type SuggestionGroup = { key: string; kind: FoundGroup['kind'] | 'recent' | 'more'; rows: SuggestionRow[] }

/** What an answer shows below the field: its groups, then the correction and the way to all results. */
export function groupsOf({ groups, didYouMean }: SearchAnswer): SuggestionGroup[] {
  const found = groups.map(({ kind, results }): SuggestionGroup => ({
    key: kind,
    kind,
    // Homonyms all over the world would push records out of sight.
    rows: (kind === 'place' ? results.slice(0, 2) : results).map((one) => ({
      key: `${one.kind}-${one.id}`,
      is: 'found',
      found: one,
    })),
  }))
  const corrected: SuggestionRow[] =
    didYouMean === null
      ? []
      : [{ key: `corrected-${didYouMean.replaceAll(' ', '_')}`, is: 'corrected', text: didYouMean }]
  return [...found, { key: 'more', kind: 'more', rows: [...corrected, { key: 'all', is: 'all' }] }]
}

/** What was searched before, in this browser. */
export function recentGroups(recent: readonly string[]): SuggestionGroup[] {
  if (recent.length === 0) return []
  const rows = recent.map((text, at): SuggestionRow => ({ key: `recent-${String(at)}`, is: 'recent', text }))
  return [{ key: 'recent', kind: 'recent', rows: [...rows, { key: 'clear', is: 'clear' }] }]
}

/** The row that is highlighted, as long as the list has it: a newer answer never moves a highlight to another row. */
export const highlighted = (groups: readonly SuggestionGroup[], row: string | null): string | null =>
  groups.some(({ rows }) => rows.some(({ key }) => key === row)) ? row : null

/**
 * The row a key leads to from the one that is active (null = the field itself): one row on or back, round through the
 * field; with `group` the first row of the next or previous group.
 */
export function rowAfter(
  groups: readonly SuggestionGroup[],
  active: string | null,
  { back, group }: { back: boolean; group: boolean },
): string | null {
  const stops = group ? groups.flatMap(({ rows }) => rows.slice(0, 1)) : groups.flatMap(({ rows }) => rows)
  const keys = stops.map(({ key }) => key)
  if (keys.length === 0) return null
  const at = group ? groups.findIndex(({ rows }) => rows.some(({ key }) => key === active)) : keys.indexOf(active ?? '')
  if (at < 0) return (back ? keys.at(-1) : keys[0]) ?? null
  return keys[at + (back ? -1 : 1)] ?? null
}
