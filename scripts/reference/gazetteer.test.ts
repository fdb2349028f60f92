import { expect, test } from 'vitest'
import { copyLines, namesOf } from './gazetteer'

test('a place is found by its Latin names, folded, each once', () => {
  expect([...namesOf('Göteborg', 'Goeteborg', 'GOT,Gothenburg,Göteborg,Гетеборг,ヨーテボリ')]).toEqual([
    'goteborg',
    'goeteborg',
    'gothenburg',
  ])
})

test('airport codes, links and names longer than 80 characters are no names', () => {
  expect([...namesOf('Milan', 'Milan', `MIL,https://en.wikipedia.org/wiki/Milan,${'a'.repeat(81)},Mailand`)]).toEqual([
    'milan',
    'mailand',
  ])
})

test('a place without a name in Latin script is found by its transcription', () => {
  expect([...namesOf('Київ', 'Kyiv', '')]).toEqual(['kiiv', 'kyiv'])
})

const line =
  "3169522\tReggio nell'Emilia\tReggio nell'Emilia\tReggio Emilia\t44.69825\t10.63125\tP\tPPLA2\tIT\t\t05\t\t035033\t\t171944\t58\t69\tEurope/Rome\t2022-09-27"

test('a line becomes one place and one row a name; an empty cell is null', () => {
  expect([...copyLines(line, 'place')].join('')).toBe(
    "3169522\tReggio nell'Emilia\tIT\t05\t\\N\t10.63125\t44.69825\t171944\tPPLA2\tEurope/Rome\n",
  )
  expect([...copyLines(line, 'name')].join('')).toBe(
    '3169522\treggio nell emilia\tIT\t171944\n3169522\treggio emilia\tIT\t171944\n',
  )
})
