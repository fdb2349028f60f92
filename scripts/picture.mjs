// `node scripts/picture.mjs http://localhost:3000`: the picture of Reggio Emilia's twinnings, made by a running
// demonstration and taken from its own dialog, into docs/screens.
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateSync, inflateSync } from 'node:zlib'
import { chromium } from '@playwright/test'
import { findBrowser } from './browser.mjs'
import { root } from './dependencies.mjs'
import { main, Refusal } from './steps.mjs'

const file = join(root, 'docs/screens/reggio-emilia-twinnings.png')

await main(async () => {
  const base = process.argv[2]
  if (!base) throw new Refusal('Say where the demonstration runs: node scripts/picture.mjs http://localhost:3000')
  mkdirSync(join(root, 'docs/screens'), { recursive: true })
  const answer = await fetch(`${base}/api/v1/actors?q=comune%20di%20reggio%20emilia&limit=5&sort=relations`)
  const { slug } = (await answer.json()).data[0]
  const { path, arguments: args, env } = await findBrowser()
  const browser = await chromium.launch({ executablePath: path, args, env: { ...process.env, ...env } })
  try {
    const page = await browser.newPage()
    await page.goto(`${base}/en/map?actor=${slug}&type=twinning`, { waitUntil: 'networkidle' })
    await page.getByRole('button', { name: 'Share this view' }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Picture as PNG, 300 dpi' }).click(),
    ])
    await download.saveAs(file)
    writeFileSync(file, packed(readFileSync(file)))
  } finally {
    await browser.close()
  }
  process.stdout.write(`${file}: ${Math.round(statSync(file).size / 1000)} kB\n`)
})

/** The same dots as fewer bytes: opaque, unfiltered, packed well; whatever else the file says stays (PNG §9, §11). */
function packed(png) {
  const chunks = []
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    chunks.push({
      type: png.toString('latin1', at + 4, at + 8),
      data: png.subarray(at + 8, at + 8 + png.readUInt32BE(at)),
    })
  const header = Buffer.from(chunks[0].data)
  const [width, height, channels] = [header.readUInt32BE(0), header.readUInt32BE(4), header[9] === 6 ? 4 : 3]
  const packedDots = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)))
  const dots = unfiltered(packedDots, { width, height, channels })
  const lines = Buffer.alloc(height * (1 + 3 * width))
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      dots.copy(lines, y * (1 + 3 * width) + 1 + 3 * x, (y * width + x) * channels, (y * width + x) * channels + 3)
  header[9] = 2 // red, green, blue
  const rest = chunks.filter(({ type }) => type !== 'IDAT' && type !== 'IHDR' && type !== 'IEND')
  const all = [
    { type: 'IHDR', data: header },
    ...rest,
    { type: 'IDAT', data: deflateSync(lines, { level: 9, memLevel: 9 }) },
    { type: 'IEND', data: Buffer.alloc(0) },
  ]
  const written = all.map(({ type, data }) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  })
  return Buffer.concat([png.subarray(0, 8), ...written])
}

/** The five filters of a line (PNG §9.2), undone. */
function unfiltered(packedDots, { width, height, channels }) {
  const long = width * channels
  const dots = Buffer.alloc(long * height)
  for (let y = 0; y < height; y += 1) {
    const filter = packedDots[y * (long + 1)]
    for (let x = 0; x < long; x += 1) {
      const left = x < channels ? 0 : dots[y * long + x - channels]
      const up = y === 0 ? 0 : dots[(y - 1) * long + x]
      const corner = x < channels || y === 0 ? 0 : dots[(y - 1) * long + x - channels]
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter]
      dots[y * long + x] = packedDots[y * (long + 1) + 1 + x] + guess
    }
  }
  return dots
}

function paeth(left, up, corner) {
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  if (a <= b && a <= c) return left
  return b <= c ? up : corner
}
