import sharp from 'sharp'
import { expect, test } from 'vitest'
import { aPhotograph, aPicture, aPictureThatSays } from '@tests/builders/picture'
import { drawPicture } from './picture'

const refusedAs = (message: string) => ({ code: 'invalid', fields: [{ field: 'file', message }] })

test('a photograph loses where and by whom it was taken, and stands upright', async () => {
  const given = await aPhotograph({ width: 1600, height: 1200 })
  expect((await sharp(given).metadata()).exif?.length).toBeGreaterThan(100)
  const { picture, sizes } = await drawPicture(given)
  expect(picture).toMatchObject({ mediaType: 'image/jpeg', width: 1200, height: 1600 })
  expect(sizes.map(({ name, width, height }) => `${name} ${width} × ${height}`)).toEqual([
    '320.webp 320 × 427',
    '640.webp 640 × 853',
    '1280.webp 1200 × 1600',
    'share.jpg 1200 × 630',
  ])
  for (const { bytes } of [picture, ...sizes]) {
    const { exif, xmp, iptc, icc, orientation } = await sharp(bytes).metadata()
    expect({ exif, xmp, iptc, icc, orientation }).toEqual({})
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/Exif|GPS|Somebody/)
  }
})

test('a small picture is not blown up, and what is transparent becomes white', async () => {
  const { picture, sizes } = await drawPicture(await aPicture('webp', 40, 30, { r: 0, g: 0, b: 0, alpha: 0 }))
  expect(picture).toMatchObject({ width: 40, height: 30 })
  expect(sizes.map(({ width }) => width)).toEqual([40, 40, 40])
  expect([...(await sharp(picture.bytes).raw().toBuffer()).subarray(0, 3)]).toEqual([255, 255, 255])
})

test('the same picture becomes the same bytes', async () => {
  const [one, other] = [await drawPicture(await aPhotograph()), await drawPicture(await aPhotograph())]
  expect(Buffer.compare(one.picture.bytes, other.picture.bytes)).toBe(0)
})

test('30,000 × 30,000 pixels are refused by their header, within a second and without their memory', async () => {
  const bomb = await aPictureThatSays(30_000, 30_000)
  const before = process.memoryUsage().rss
  const since = performance.now()
  await expect(drawPicture(bomb)).rejects.toMatchObject(refusedAs('pictureTooLarge'))
  expect(performance.now() - since).toBeLessThan(1000)
  expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000)
})

test('a picture that was cut short is refused, and one that only says it is a picture', async () => {
  for (const given of [await aPhotograph(), await aPicture('png', 400, 300), await aPicture('webp', 400, 300)])
    await expect(drawPicture(given.subarray(0, given.length * 0.7))).rejects.toMatchObject(refusedAs('pictureBroken'))
  await expect(drawPicture(Buffer.from('\u0089PNG\r\n\u001A\nnothing', 'latin1'))).rejects.toMatchObject(
    refusedAs('pictureBroken'),
  )
})
