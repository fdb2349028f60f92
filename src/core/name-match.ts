import { editDistance } from './edit-distance'
import { fold } from './fold'

/** How well something answers, best first. Results are shown in this order, the better known first among equals. */
export const matchRanks = {
  /** An identifier, exactly. */
  identifier: 0,
  /** A whole name or acronym. */
  name: 1,
  /** A name begins so. */
  beginning: 2,
  /** Every word begins a word of its names. */
  words: 3,
  /** Every word begins a word of its names or of what stands around them (city, country, kind, parties). */
  around: 4,
  /** As name, beginning, words and around, with typing errors; `nearUnfinished`: words in the middle may be unfinished, too. */
  nearName: 5,
  nearBeginning: 6,
  nearWords: 7,
  nearUnfinished: 8,
  nearAround: 9,
} as const

/** Words as they are compared: letters and digits of the folded text. `wordsIn('L’Aquila, S.r.l.')` → l, aquila, s, r, l. */
export const wordsIn = (text: string): string[] =>
  fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
    .filter((word) => word !== '')

/** Words shorter than this are not corrected, nor learned by the dictionary. */
export const shortestCorrected = 4
/** Words of which many names are full (of, di, AB) decide nothing where longer ones stand beside them. */
export const shortestTelling = 3

/** The words of a question that decide. */
export function tellingWords(asked: readonly string[]): readonly string[] {
  const telling = asked.filter((word) => word.length >= shortestTelling)
  return telling.length === 0 ? asked : telling
}

/** Typing errors a word is forgiven. One letter of another script may be two of ours: ш for щ, `sh` for `shch`. */
export const mostErrors = (word: string): number => (word.length < shortestCorrected ? 0 : word.length < 7 ? 1 : 2)

const isNear = (asked: string, word: string): boolean =>
  asked.length >= shortestCorrected &&
  editDistance(asked, word, { most: 1, beginning: asked.length > shortestCorrected }) <= 1

/** The rank with which a question's words find a name's words, or null. */
export function rankOf(asked: readonly string[], name: readonly string[], forgiving: boolean): number | null {
  const [whole, said] = [asked.join(' '), name.join(' ')]
  if (whole === '' || said === '') return null
  if (said === whole) return matchRanks.name
  if (said.startsWith(whole)) return matchRanks.beginning
  const telling = tellingWords(asked)
  if (
    telling.every((word) => name.some((one) => (word.length < shortestTelling ? one === word : one.startsWith(word))))
  )
    return matchRanks.words
  if (!forgiving) return null
  if (!telling.every((word) => name.some((one) => one.startsWith(word) || isNear(word, one)))) return null
  return name.length === asked.length ? matchRanks.nearName : matchRanks.nearWords
}
