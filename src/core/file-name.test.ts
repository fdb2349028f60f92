import { expect, test } from 'vitest'
import { dispositionOf, fileNameOf } from './file-name'

test('an ordinary name stays as it is', () => {
  expect(fileNameOf('Delibera n. 12 (2024).pdf', 'pdf')).toBe('Delibera n. 12 (2024).pdf')
  expect(fileNameOf('Łódź – raport.PDF', 'pdf')).toBe('Łódź – raport.pdf')
})

test('the extension says what the file is, whatever its name said', () => {
  expect(fileNameOf('foto.png', 'jpg')).toBe('foto.png.jpg')
  expect(fileNameOf('foto.jpeg', 'jpg', ['jpeg', 'png', 'webp'])).toBe('foto.jpg')
  expect(fileNameOf('conto\u202Efdp.exe', 'pdf')).toBe('conto fdp.exe.pdf')
})

test('no folders, no control signs, no names a system keeps for itself', () => {
  expect(fileNameOf('../../etc/passwd', 'txt')).toBe('passwd.txt')
  expect(fileNameOf('C:\\Users\\a\\nota.txt', 'txt')).toBe('nota.txt')
  expect(fileNameOf('a"b\r\nc\t.txt', 'txt')).toBe('a b c.txt')
  for (const given of ['', '..', '...txt', '.txt', 'NUL.txt', '\u0000', '<>:"|?*.txt'])
    expect(fileNameOf(given, 'txt')).toBe('file.txt')
})

test('a name of 300 letters is cut to what file systems take and keeps its extension', () => {
  const cut = fileNameOf(`${'ż'.repeat(300)}.docx`, 'docx')
  expect(cut.endsWith('ż.docx')).toBe(true)
  expect(new TextEncoder().encode(cut).length).toBeLessThanOrEqual(200)
  const family = '👩‍👩‍👧‍👦'
  const whole = fileNameOf(`${family.repeat(60)}.pdf`, 'pdf').slice(0, -4)
  expect(whole.length % family.length).toBe(0)
})

test('Content-Disposition by RFC 6266: plain, with letters beyond ASCII, and nothing that ends the header', () => {
  expect(dispositionOf('attachment', 'nota.txt')).toBe('attachment; filename="nota.txt"')
  expect(dispositionOf('attachment', "Łódź's (1).pdf")).toBe(
    `attachment; filename="_odz's (1).pdf"; filename*=UTF-8''%C5%81%C3%B3d%C5%BA%27s%20%281%29.pdf`,
  )
  expect(dispositionOf('inline', '100%.jpg')).toBe(`inline; filename="100_.jpg"; filename*=UTF-8''100%25.jpg`)
  expect(dispositionOf('attachment', 'a"\r\n\\b.txt')).toMatch(
    /^attachment; filename="[\x20-\x7E]*"; filename\*=UTF-8''[\w.%]+$/,
  )
})
