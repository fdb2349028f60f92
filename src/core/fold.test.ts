import { expect, test } from 'vitest'
import { fold } from './fold'

test.each([
  ['Reggio nell’Emilia', "reggio nell'emilia"],
  ['  GÖTEBORG ', 'goteborg'],
  ['Łódź', 'lodz'],
  ['Łódź'.normalize('NFD'), 'lodz'],
  ['Chișinău', 'chisinau'],
  ['ＦＵＬＬ　ｗｉｄｔｈ', 'full width'],
])('%s folds to %s', (text, folded) => {
  expect(fold(text)).toBe(folded)
})
