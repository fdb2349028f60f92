// Letters that are no base letter with a mark, as Unicode sees it.
const own: Record<string, string> = { ł: 'l', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' }

/**
 * Letters without accents, lower case, for looking through a list that is on the page already. `fold` also writes Greek
 * and Cyrillic in Latin letters, for which a browser would have to load 200 kB.
 */
export const plainLetters = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łøđðþßæœı]/g, (letter) => own[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .trim()
