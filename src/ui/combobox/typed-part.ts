const bare = (char: string) => char.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/**
 * Cuts a label around the first place where the typed letters stand, accents and case aside: `('Göteborg', 'got')` →
 * `['', 'Göt', 'eborg']`. Without such a place everything is in the first part.
 */
export function typedPart(label: string, typed: string): [before: string, match: string, after: string] {
  const letters = [...label]
  const wanted = [...typed.trim()].map(bare)
  if (wanted.length === 0) return [label, '', '']
  const start = letters.findIndex((_, at) => wanted.every((char, offset) => bare(letters[at + offset] ?? '') === char))
  if (start < 0) return [label, '', '']
  const end = start + wanted.length
  return [letters.slice(0, start).join(''), letters.slice(start, end).join(''), letters.slice(end).join('')]
}
