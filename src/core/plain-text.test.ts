import { expect, test } from 'vitest'
import { plainText } from './plain-text'

test.each([
  ['plain words', 'plain words'],
  ['10 < 20 and 30 > 20, List<String> too', '10 < 20 and 30 > 20, List<String> too'],
  ['two\nlines & a half', 'two\nlines & a half'],
  ['<p class="MsoNormal">One <b>firm</b></p>\n<p>Two&nbsp;firms</p>', 'One firm\nTwo firms'],
  ['<ul><li>first</li><li>second</li></ul>', '• first\n• second'],
  ['<!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]-->Citt&agrave; <o:p></o:p>', 'Città'],
  ['<style>p { color: red }</style><div>It&#8217;s <i>here</i><br/>now</div>', 'It’s here\nnow'],
  ['own lines\nwith <b>one</b> bold word', 'own lines\nwith one bold word'],
  ['<script>alert(1)</script>&lt;b&gt; &#x2013; &unknown;', '<b> – &unknown;'],
  ['İ <B>İ</B>', 'İ İ'],
])('%j reads %j', (text, read) => {
  expect(plainText(text)).toBe(read)
})

test('markup that never ends costs no more than its length', () => {
  for (const piece of ['<!--', '<style', '<b ', '&#', '<p>', '</'])
    expect(plainText(piece.repeat(100_000)).length).toBeLessThanOrEqual(piece.length * 100_000)
})
