import type { Candidates } from '@/modules/rounds/candidate.schema'
import type { PracticeChoice } from '@/modules/rounds/choices.schema'

/** Practices a group may judge, by words or by their ids; null where nothing came back. */
export async function askCandidates(
  groupId: string,
  asked: { q: string } | { ids: readonly string[] },
  { locale, signal }: { locale: string; signal: AbortSignal },
): Promise<Candidates | null> {
  const query = new URLSearchParams({ lang: locale })
  if ('q' in asked) query.set('q', asked.q)
  else for (const id of asked.ids) query.append('id', id)
  const answer = await fetch(`/api/groups/${groupId}/candidates?${query}`, { signal }).catch(() => null)
  if (answer === null || !answer.ok) return null
  const said: unknown = await answer.json().catch(() => null)
  if (typeof said !== 'object' || said === null || !('rows' in said) || !('left' in said)) return null
  const { rows, left } = said
  return Array.isArray(rows) && typeof left === 'number' ? { rows: rows.flatMap(choiceIn), left } : null
}

function choiceIn(said: unknown): PracticeChoice[] {
  if (typeof said !== 'object' || said === null) return []
  if (!('value' in said) || !('label' in said) || !('territory' in said) || !('isHandedIn' in said)) return []
  const { value, label, territory, isHandedIn } = said
  if (typeof value !== 'string' || typeof label !== 'string') return []
  return [
    { value, label, territory: typeof territory === 'string' ? territory : null, isHandedIn: isHandedIn === true },
  ]
}
