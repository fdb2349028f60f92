import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { filesBelow, withoutComments } from './architecture/files'
import { flatten } from './architecture/messages'

/** Templates of mails that the code queues: `room.name`. */
const templates = filesBelow('src')
  .filter(({ path }) => !path.includes('.test.'))
  .flatMap(({ text }) => [...withoutComments(text).matchAll(/template: '([\w-]+\.\w+)'/g)].map(([, name = '']) => name))

const wordsOf = (room: string) => flatten(JSON.parse(readFileSync(`messages/en/mail-${room}.json`, 'utf8')))

test.each([...new Set(templates)])('the mail %s has words', (template) => {
  const [room = '', name = ''] = template.split('.')
  expect([...wordsOf(room).keys()]).toContain(`${name}.subject`)
})

const rooms = filesBelow('messages/en').flatMap(({ path }) => /mail-([\w-]+)\.json$/.exec(path)?.[1] ?? [])

test.each(rooms)('every mail of %s has a subject and a body, and nothing but a button besides', (room) => {
  const keys = [...wordsOf(room).keys()]
  const names = new Set(keys.map((key) => key.split('.')[0] ?? ''))
  expect(keys).toEqual(expect.arrayContaining([...names].flatMap((name) => [`${name}.subject`, `${name}.body`])))
  expect(keys.filter((key) => !/^\w+\.(subject|body|button)$/.test(key))).toEqual([])
})
