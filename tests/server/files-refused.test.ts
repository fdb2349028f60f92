// Files that are not taken, through the real door: each at its field, nothing kept.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPhotograph, aPictureThatSays } from '../builders/picture'
import { type RunningServer, startServer } from '../permissions/server'
import { makeWorld, type World } from '../permissions/world'
import { rawly } from './raw'
import { faultOf, FileDoors, type Sending } from './send-file'
import { mostFileBytes } from '@/modules/files/file.schema'
import { db } from '@/platform/db'

let server: RunningServer
let world: World
let doors: FileDoors

beforeAll(async () => {
  world = await makeWorld()
  server = await startServer()
  doors = new FileDoors(server, world)
}, 300_000)
afterAll(() => server?.stop())

describe('what is refused, at its field, within a second, with nothing kept', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  test.each<[what: string, sending: () => Promise<Sending> | Sending, fault: string]>([
    ['ten megabytes and one byte', () => ({ bytes: new Uint8Array(mostFileBytes + 1).fill(97) }), 'file: fileTooLarge'],
    ['nothing', () => ({ bytes: '' }), 'file: fileEmpty'],
    ['a drawing with script', () => ({ name: 'logo.svg', bytes: svg }), 'file: fileSvg'],
    [
      'a page named picture',
      () => ({ name: 'foto.png', bytes: '<html><script>alert(1)</script>' }),
      'file: fileNotAsNamed',
    ],
    [
      '30,000 × 30,000 pixels',
      async () => ({
        name: 'a.png',
        bytes: new Uint8Array(await aPictureThatSays(30_000, 30_000)),
        said: { alt: 'Sea' },
      }),
      'file: pictureTooLarge',
    ],
    [
      'half a picture',
      async () => ({
        name: 'a.jpg',
        bytes: new Uint8Array((await aPhotograph()).subarray(0, 2000)),
        said: { alt: 'Sea' },
      }),
      'file: pictureBroken',
    ],
    [
      'a picture without words',
      async () => ({ name: 'a.jpg', bytes: new Uint8Array(await aPhotograph()) }),
      'alt: altMissing',
    ],
    ['a title of 201 letters', () => ({ said: { title: 'a'.repeat(201) } }), 'title: tooLong'],
    ['a language that is none', () => ({ said: { language: 'xx' } }), 'language: badLanguage'],
    ['a field that is none of ours', () => ({ said: { status: 'published' } }), 'status: unknownField'],
  ])('%s', async (_, sending, fault) => {
    const before = await db.fileContent.count()
    const what = await sending()
    const since = performance.now()
    expect(await faultOf(await doors.send(what))).toBe(`422 ${fault}`)
    expect(performance.now() - since).toBeLessThan(5000)
    expect(await db.fileContent.count()).toBe(before)
  })

  test('no file, two files, half a form, a form of another kind', async () => {
    const form = (...files: string[]) => {
      const body = new FormData()
      for (const name of files) body.append('file', new File(['x'], name))
      body.set('title', 'A title')
      return body
    }
    expect(await faultOf(await doors.send({}, { body: form() }))).toBe('422 file: fileMissing')
    expect(await faultOf(await doors.send({}, { body: form('a.txt', 'b.txt') }))).toBe('422 file: fileMissing')
    const half = { body: '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nabc' }
    expect(
      await faultOf(await doors.send({}, { ...half, headers: { 'content-type': 'multipart/form-data; boundary=x' } })),
    ).toBe('422 file: fileBroken')
    expect(await faultOf(await doors.send({}, { body: '{}', headers: { 'content-type': 'application/json' } }))).toBe(
      '422 file: fileMissing',
    )
  })

  test('a body that says it has a gigabyte is not even begun', async () => {
    const headers = Object.entries({ ...(await doors.headersOf('E')), host: new URL(server.address).host })
    const lines = [
      `POST ${doors.draftPath} HTTP/1.1`,
      ...headers.map(([name, value]) => `${name}: ${value}`),
      'content-type: multipart/form-data; boundary=x',
      'content-length: 1000000000',
    ]
    const answer = await rawly(server.address, `${lines.join('\r\n')}\r\n\r\n--x\r\n`, { patience: 3000 })
    expect(answer).toMatch(/^HTTP\/1\.1 422/)
    expect(answer).toContain('fileTooLarge')
  })

  test('whoever may not edit the record, or comes from another site', async () => {
    const other = `/api/files/actor/${world.actors.other.public.id}`
    expect((await doors.send({}, {}, other)).status).toBe(403)
    expect((await doors.send({}, {}, `/api/files/actor/${world.actors.other.draft.id}`)).status).toBe(404)
    expect((await doors.send({}, {}, '/api/files/nothing/x')).status).toBe(404)
    expect((await doors.send({ who: '0' }, {}, `/api/files/actor/${world.actors.own.public.id}`)).status).toBe(401)
    expect((await doors.send({}, { headers: { origin: 'https://elsewhere.example' } })).status).toBe(403)
  })
})
