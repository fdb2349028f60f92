import { expect, test } from 'vitest'
import { newerFields } from './newer-fields'

test('what was chosen while the form was under way stays; what was left alone is as it came back', () => {
  const sent = { state: 'accepted', text: 'So it is', language: 'en' }
  const present = { ...sent, state: 'partly' }
  expect(newerFields({ ...sent, text: 'So it is.' }, { sent, present })).toEqual({
    ...{ state: 'partly', text: 'So it is.', language: 'en' },
  })
})

test('what was emptied or unticked meanwhile does not come back', () => {
  const sent = { text: 'A word', practices: ['one', 'two'] }
  expect(newerFields({ ...sent, step: 'preview' }, { sent, present: { practices: ['two'] } })).toEqual({
    ...{ step: 'preview', practices: ['two'] },
  })
})

test('a field the answer forgot on purpose is not brought back unless somebody typed it anew', () => {
  const sent = { email: 'a@example.eu', password: 'one' }
  expect(newerFields({ email: 'a@example.eu' }, { sent, present: sent })).toEqual({ email: 'a@example.eu' })
})
