import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { filesBelow, withoutComments } from './architecture/files'
import { flatten } from './architecture/messages'

/** Templates of mails that the code queues: `room.name`. */
const templates = filesBelow('src')
  .filter(({ path }) => !path.includes('.test.'))
  .flatMap(({ text }) => [...withoutComments(text).matchAll(/template: '([\w-]+\.\w+)'/g)].map(([, name = '']) => name))

test.each([...new Set(templates)])('the mail %s has a subject and a body', (template) => {
  const [room = '', name = ''] = template.split('.')
  const words = flatten(JSON.parse(readFileSync(`messages/en/mail-${room}.json`, 'utf8')))
  expect([...words.keys()]).toEqual(expect.arrayContaining([`${name}.subject`, `${name}.body`]))
})
