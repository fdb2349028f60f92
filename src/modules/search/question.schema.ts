import { wordsIn } from '@/core/name-match'
import { identifierProblem, normalIdentifier } from '@/modules/actors/identifier.schema'
import { longestQuestion } from '@/modules/search/search.schema'
import { type IdentifierScheme, identifierSchemes } from '@/modules/taxonomy/taxonomy.schema'

const mostWords = 12

/** What was typed, as it is compared: its first twelve words, and what it is as one name. */
export type Question = { text: string; words: readonly string[]; name: string }

export function questionOf(typed: string): Question {
  const text = typed.replaceAll('\0', ' ').slice(0, longestQuestion).trim()
  const words = wordsIn(text).slice(0, mostWords)
  return { text, words, name: words.join(' ') }
}

/** All runs of one to `most` words: names of places and countries may have several. `at` is the first word. */
export function runsOf(words: readonly string[], most: number): { text: string; at: number; length: number }[] {
  return words.flatMap((_, at) =>
    Array.from({ length: Math.min(most, words.length - at) }, (__, index) => ({
      text: words.slice(at, at + index + 1).join(' '),
      at,
      length: index + 1,
    })),
  )
}

// VAT numbers are written with and without the country (Directive 2006/112/EC, Article 215; XI and GB since Brexit).
const vatCountries = 'AT BE BG CY CZ DE DK EE EL ES FI FR GB HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK XI'.split(' ')

/** What stands before a number when it is copied: `PIC: 999840887`, `P. IVA IT004…`, `momsnr SE…`, `VAT no. …`. */
const spoken = new RegExp(
  `^(?:${[
    '(?:pic|vat|ror|lei|isni|oid)(?:\\s*(?:no|nr|n|n[°º]|number|id|code))?',
    'p(?:artita|\\.)?\\s*iva|codice\\s+fiscale|c\\.?f\\.?|nif|cif|nip|regon|krs|org(?:\\.?\\s*nr)?',
    'moms(?:registrerings)?(?:nr|nummer)|ust-?id-?(?:nr)?|wikidata|register',
  ].join('|')})\\s*[.:#]*\\s+|^(?:pic|vat|ror|lei|isni|oid|wikidata)[:#]\\s*|^pic(?=\\d)`,
  'i',
)

export type IdentifierGuess = { scheme: IdentifierScheme; value: string }

/** What the text may be as an identifier, each as it is stored (normalised, with the prefix or address taken away). */
export function identifierGuesses(text: string): IdentifierGuess[] {
  const bare = text.trim().replace(spoken, '')
  if (bare.length < 4) return []
  const guesses = identifierSchemes.flatMap((scheme) => {
    const value = normalIdentifier(scheme, bare)
    // Wikidata's items and domains are words of their own form; whatever has no digit is else a name.
    if (identifierProblem(scheme, value) !== null || (scheme !== 'domain' && !/\d/.test(value))) return []
    return [{ scheme, value }]
  })
  return guesses.flatMap((guess) => (guess.scheme === 'vat' ? vatSpellings(guess.value) : [guess]))
}

function vatSpellings(value: string): IdentifierGuess[] {
  const country = vatCountries.find((code) => value.startsWith(code))
  const others = country === undefined ? vatCountries.map((code) => code + value) : [value.slice(country.length)]
  return [value, ...others].map((spelling) => ({ scheme: 'vat' as const, value: spelling }))
}
