import { expect, test } from 'vitest'
import { escaped } from './markup'

test('no text is markup, and none holds a sign that XML forbids', () => {
  expect(escaped(`<b class="x">R&D</b> dell'Emilia`)).toBe(
    '&lt;b class=&quot;x&quot;&gt;R&amp;D&lt;/b&gt; dell&#39;Emilia',
  )
  expect(escaped('a\u0000b\u001fc\ufffed\tè 🌍')).toBe('abcd\tè 🌍')
  expect(escaped('half \ud83c of a pair')).toBe('half \ufffd of a pair')
})
