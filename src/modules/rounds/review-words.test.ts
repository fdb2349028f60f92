import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { locales } from '@/core/localized'

const words = z.object({ submitted: z.string() })
const texts = z.object({
  assignment: words.optional(),
  assigned: words.optional(),
  list: z.object({ state: words }).optional(),
})

/** How it is said of a review, in a room's messages, that it was sent; the root of the word. */
function sentIn(locale: string, room: string): string[] {
  const file = join(import.meta.dirname, '../../../messages', locale, `${room}.json`)
  const { assignment, assigned, list } = texts.parse(JSON.parse(readFileSync(file, 'utf8')))
  return [assignment, assigned, list?.state].flatMap((said) => (said ? [said.submitted.toLowerCase().slice(0, 4)] : []))
}

test.each(locales)('a review is sent in one word, whoever reads it (%s)', (locale) => {
  const said = ['rounds', 'roundForm', 'reviews'].flatMap((room) => sentIn(locale, room))
  expect(said).toHaveLength(3)
  expect(new Set(said).size).toBe(1)
})
