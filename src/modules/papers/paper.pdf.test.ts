import { expect, test } from 'vitest'
import { readPdf } from '@tests/unpacked'
import { printedLetters } from '@/modules/papers/letters.queries'
import { paperToPdf } from '@/modules/papers/paper.pdf'
import type { Paper, PaperBlock } from '@/modules/papers/paper.schema'

const paper = (blocks: readonly PaperBlock[]): Paper => ({
  ...{ title: 'A paper', language: 'en', subject: 'A test', author: 'Nobody', keywords: [], blocks },
  foot: 'The foot of every leaf',
})
const countOf = (words: string, said: string) => words.split(said).length - 1

test('a table that is longer than a page repeats its head for the eye, and parts no row', async () => {
  const rows = Array.from({ length: 90 }, (_, index) => [
    { text: `Rowname${index}` },
    { text: 'W'.repeat(150), ...(index === 7 && { language: 'sv' }) },
    { text: String(index) },
  ])
  const columns = [
    { head: 'Headname', part: 4 },
    { head: 'Wordy', part: 4 },
    { head: 'Count', part: 1, isNumber: true as const },
  ]
  const { objects, words } = readPdf(
    await paperToPdf(paper([{ kind: 'heading', level: 3, text: { text: 'Over it' } }, { kind: 'table', columns, rows }]), printedLetters()), // prettier-ignore
  )
  const all = [...objects.values()]
  const pages = all.filter((text) => /\/Type \/Page\b(?!s)/.test(text)).length
  expect(pages).toBeGreaterThan(3)
  expect(countOf(words, 'Headname')).toBe(pages)
  expect(countOf(words, 'The foot of every leaf')).toBe(pages)
  const tagged = (tag: string) => all.filter((text) => text.includes(`/S /${tag}\n`)).length
  // One head and a name for each row, however often the head is drawn.
  expect(tagged('TH')).toBe(columns.length + rows.length)
  expect([tagged('TR'), tagged('TD'), tagged('H3')]).toEqual([rows.length + 1, rows.length * 2, 1])
  expect(all.filter((text) => text.includes('/Lang (sv)'))).toHaveLength(1)
})

test('a table without rows is its head', async () => {
  const columns = [{ head: 'Headname', part: 1 }]
  const { words } = readPdf(await paperToPdf(paper([{ kind: 'table', columns, rows: [] }]), printedLetters()))
  expect(countOf(words, 'Headname')).toBe(1)
})
