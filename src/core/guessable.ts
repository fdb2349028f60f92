import { fold } from './fold'

// What people type when they must think of something: roots, not whole passwords, folded. Words of lists of passwords
// that were found out, in the five languages, walks over the keyboard, and what this site is about.
const common = `
  password passwort passord losenord contrasena haslo parola secret segreto secreto hemlig tajne admin administrator
  welcome benvenuto bienvenido valkommen witaj login letmein iloveyou tiamo teamo kochamcie monkey dragon master shadow
  football soccer calcio futbol fotboll baseball hockey superman batman starwars pokemon sunshine princess princesa
  summer estate verano sommar lato winter inverno invierno vinter zima spring autumn monday october november december
  change changeme default guest test abc trustno computer internet google facebook whatever unbelievable
  qwerty qwertz asdf zxcv qazwsx qaz wsx edc rfv 1q2w 3e4r 5t6y q1w2 e3r4 t5y6 1qaz 2wsx 3edc zaq1 xsw2 cde3
  manchester liverpool arsenal chelsea barcelona realmadrid juventus milan inter napoli dinamo polska italia sverige
  espana europe europa michael jonathan alexander francesca alessandro giuseppe maria
  correcthorsebatterystaple troubador thequickbrownfox quickbrownfox loremipsum
  atlas compete competein interreg region regione provincia comune kommun gmina municipality
  reggio emilia modena gavle wielkopolska poznan silesia slask katowice valencia wakefield`
  .trim()
  .split(/\s+/)

// Figures and signs that stand for letters add nothing that a guesser does not try.
const letters: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
}
const spelledOut = (text: string) => text.replace(/[013457@$]/g, (sign) => letters[sign] ?? sign)

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
  const typed = fold(password).replace(/\s/g, '')
  return [typed, spelledOut(typed)].some((text) => {
    const bare = words.reduce((rest, word) => rest.replaceAll(word, ''), text).replace(/(19|20)\d\d/g, '')
    return freeSteps([...withoutRepetition(bare)].map((letter) => letter.codePointAt(0) ?? 0)) < enough
  })
}

/** `abcabcabc` → `abc`. */
const withoutRepetition = (text: string): string => text.replace(/^(.+?)\1+$/su, '$1')

/** Characters that are neither the one before nor its neighbour in the alphabet. */
const freeSteps = (letters: readonly number[]): number =>
  letters.filter((letter, index) => index === 0 || Math.abs(letter - (letters[index - 1] ?? 0)) > 1).length
