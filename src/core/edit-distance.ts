/**
 * Letters to change so that one word becomes the other: one more, one less, another one, or two neighbours swapped
 * (optimal string alignment). `beginning`: of the other word only as much counts as suits best, so that
 * `editDistance('univrsi', 'university', { beginning: true })` is 1. Stops at `most` + 1.
 */
export function editDistance(asked: string, word: string, { most = 2, beginning = false } = {}): number {
  if (asked.length - word.length > most) return most + 1
  if (!beginning && word.length - asked.length > most) return most + 1
  let before: number[] = []
  let row = Array.from({ length: word.length + 1 }, (_, at) => at)
  for (let i = 1; i <= asked.length; i++) {
    const next = [i]
    for (let j = 1; j <= word.length; j++) {
      const isSame = asked[i - 1] === word[j - 1]
      let least = Math.min(at(row, j - 1) + (isSame ? 0 : 1), at(row, j) + 1, at(next, j - 1) + 1)
      if (i > 1 && j > 1 && asked[i - 1] === word[j - 2] && asked[i - 2] === word[j - 1])
        least = Math.min(least, at(before, j - 2) + 1)
      next.push(least)
    }
    if (Math.min(...next) > most) return most + 1
    before = row
    row = next
  }
  return Math.min(most + 1, beginning ? Math.min(...row) : at(row, word.length))
}

const at = (row: readonly number[], index: number): number => row[index] ?? Number.POSITIVE_INFINITY

/** A word and what is left of it without one letter: two words one edit apart have one of these in common. */
export const oneLetterLess = (word: string): string[] => [
  ...new Set([word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))]),
]
