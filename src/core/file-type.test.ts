import { expect, test } from 'vitest'
import { type FileType, fileTypeOf } from './file-type'

const bytesOf = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0))
const utf8 = (text: string) => new TextEncoder().encode(text)

/** An archive of stored, empty entries but for the first one's content. */
function zip(names: readonly string[], first = ''): Uint8Array {
  const number = (value: number, bytes: number) => Array.from({ length: bytes }, (_, at) => (value >> (8 * at)) & 255)
  const local: number[] = []
  const directory: number[] = []
  names.forEach((name, index) => {
    const content = index === 0 ? first : ''
    const size = [...number(0, 4), ...number(content.length, 4), ...number(content.length, 4)]
    const named = [...number(name.length, 2), ...number(0, 2)]
    directory.push(...number(0x02014b50, 4), ...number(20, 4), ...number(0, 8), ...size, ...named)
    directory.push(...number(0, 10), ...number(local.length, 4), ...bytesOf(name))
    local.push(...number(0x04034b50, 4), ...number(20, 2), ...number(0, 8), ...size, ...named)
    local.push(...bytesOf(name), ...bytesOf(content))
  })
  const end = [...number(0, 4), ...number(names.length, 2), ...number(names.length, 2), ...number(directory.length, 4)]
  return Uint8Array.from([...local, ...directory, ...number(0x06054b50, 4), ...end, ...number(local.length, 4), 0, 0])
}
const types = '[Content_Types].xml'

test.each<[FileType, Uint8Array]>([
  ['pdf', bytesOf('%PDF-1.7\n…')],
  ['jpg', bytesOf('\u00FF\u00D8\u00FF\u00E0')],
  ['png', bytesOf('\u0089PNG\r\n\u001A\n')],
  ['webp', bytesOf('RIFF\u0000\u0000\u0000\u0000WEBPVP8 ')],
  ['docx', zip([types, '_rels/.rels', 'word/document.xml'])],
  ['xlsx', zip([types, 'xl/workbook.xml'])],
  ['pptx', zip([types, 'ppt/presentation.xml'])],
  ['odt', zip(['mimetype', 'content.xml'], 'application/vnd.oasis.opendocument.text')],
  ['ods', zip(['mimetype', 'content.xml'], 'application/vnd.oasis.opendocument.spreadsheet')],
  ['txt', utf8('\uFEFFLuogo;Città\nŁódź;1')],
])('%s is known by its bytes, whatever its name', (type, bytes) => {
  expect(fileTypeOf(bytes, 'nome.exe')).toEqual({ type })
})

test('what is something else than its name says is told so', () => {
  expect(fileTypeOf(utf8('<!DOCTYPE html><p>Ciao'), 'foto.png')).toEqual({ fault: 'fileNotAsNamed' })
  expect(fileTypeOf(bytesOf('MZ\u0090\u0000'), 'bilancio.pdf')).toEqual({ fault: 'fileNotAsNamed' })
})

test('pages, drawings with script, macros and what nobody knows are refused', () => {
  expect(fileTypeOf(utf8('  <html><script>alert(1)</script>'), 'pagina.html')).toEqual({ fault: 'fileMarkup' })
  const svg = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  expect(fileTypeOf(utf8(svg), 'logo.svg')).toEqual({ fault: 'fileSvg' })
  expect(fileTypeOf(utf8(svg), 'logo.png')).toEqual({ fault: 'fileSvg' })
  expect(fileTypeOf(zip([types, 'word/document.xml', 'word/vbaProject.bin']), 'a.docx')).toEqual({ fault: 'fileMacro' })
  expect(fileTypeOf(zip(['virus.exe']), 'a.zip')).toEqual({ fault: 'fileUnknown' })
  expect(fileTypeOf(bytesOf('PK\u0003\u0004 cut short'), 'a.docx')).toEqual({ fault: 'fileNotAsNamed' })
  expect(fileTypeOf(bytesOf('GIF89a'), 'a')).toEqual({ type: 'txt' })
  expect(fileTypeOf(bytesOf('\u00FFcaf\u00E9'), 'a.txt')).toEqual({ fault: 'fileUnknown' })
})
