import { expect, test } from 'vitest'
import { comboChoice } from './combo-choice'

test('a chosen value counts while the text is its label', () => {
  expect(comboChoice({ value: '7', label: 'Girona', text: ' Girona ' })).toEqual({ value: '7', text: 'Girona' })
})

test('text changed after the choice speaks for itself', () => {
  expect(comboChoice({ value: '7', label: 'Girona', text: 'Dijon' })).toEqual({ text: 'Dijon' })
})

test('an emptied field chooses nothing', () => {
  expect(comboChoice({ value: '7', label: 'Girona', text: '' })).toEqual({})
})
