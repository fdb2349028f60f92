import { randomInt } from 'node:crypto'

const consonants = 'bdfgklmnprstvz'
const vowels = 'aeiou'

/**
 * A passphrase that can be read aloud and typed in any of the five languages: five made-up words such as
 * `kotu-mari-beno-suda-levi` (about 61 bits).
 */
export function newPassphrase(): string {
  const letter = (of: string) => of.charAt(randomInt(of.length))
  const syllable = () => letter(consonants) + letter(vowels)
  return Array.from({ length: 5 }, () => syllable() + syllable()).join('-')
}
