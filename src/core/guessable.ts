import { fold } from './fold'

// What people type when they must think of something: roots, not whole passwords. In the five languages.
const common = [
  ...['password', 'passwort', 'passord', 'losenord', 'contrasena', 'haslo', 'parola', 'secret', 'segreto', 'secreto'],
  ...['hemlig', 'tajne', 'admin', 'administrator', 'welcome', 'benvenuto', 'bienvenido', 'valkommen', 'witaj', 'login'],
  ...['letmein', 'iloveyou', 'monkey', 'dragon', 'football', 'calcio', 'futbol', 'fotboll', 'qwerty', 'qwertz', 'asdf'],
  ...[
    'zxcv',
    'change',
    'changeme',
    'default',
    'guest',
    'summer',
    'estate',
    'verano',
    'sommar',
    'lato',
    'winter',
    'test',
  ],
  ...['atlas', 'compete', 'competein', 'interreg', 'europe', 'europa', 'qazwsx', 'abc', 'trustno'],
]
const enough = 8

/**
 * Could a guesser who knows the usual words, and what stands around the account (`context`: address, name), find this
 * password soon? True when, without such words, runs (`1234`, `aaaa`) and repetitions, fewer than eight different
 * steps are left.
 */
export function isGuessable(password: string, context: readonly string[] = []): boolean {
  const words = [...common, ...context.flatMap((text) => fold(text).split(/[^\p{L}\p{N}]+/u))]
    .filter((word) => word.length >= 3)
    .sort((one, other) => other.length - one.length)
  const bare = words.reduce((rest, word) => rest.replaceAll(word, ''), fold(password).replace(/\s/g, ''))
  return freeSteps([...withoutRepetition(bare)].map((letter) => letter.codePointAt(0) ?? 0)) < enough
}

/** `abcabcabc` → `abc`. */
const withoutRepetition = (text: string): string => text.replace(/^(.+?)\1+$/su, '$1')

/** Characters that are neither the one before nor its neighbour in the alphabet. */
const freeSteps = (letters: readonly number[]): number =>
  letters.filter((letter, index) => index === 0 || Math.abs(letter - (letters[index - 1] ?? 0)) > 1).length
