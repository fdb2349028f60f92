// Pictures are never kept as they come: they are drawn anew in sizes of ours, without what a camera writes into them
// (position, owner, thumbnail). libvips works outside JavaScript's thread, row by row.
import sharp, { type Sharp } from 'sharp'
import { AppError } from '@/core/app-error'
import { turns } from '@/core/turns'

/** Two cameras of today; 30,000 × 30,000 is refused by its header, before anything is decoded. */
const mostPixels = 60_000_000
const widths = [320, 640, 1280] as const
const share = { width: 1200, height: 630 }

// A picture may take 100 MB for a moment: two at once, each on one core.
sharp.concurrency(1)
sharp.cache(false)
const inTurn = turns(2, 20)

/** A picture drawn anew; `name` is how its address ends. */
type Drawn = { name: string; mediaType: string; bytes: Uint8Array; width: number; height: number }

/**
 * A picture as JPEG of at most 1280 pixels across, upright, and the same as WebP of 320, 640 and 1280 and, where it is
 * large enough, as a preview for links of 1200 × 630. Throws `invalid` at `file` for what is too large or broken.
 */
export async function drawPicture(bytes: Uint8Array): Promise<{ picture: Drawn; sizes: Drawn[] }> {
  return inTurn(async () => {
    const { width, height } = await told(sharp(bytes, { limitInputPixels: false }).metadata())
    if (width * height > mostPixels) throw refusal('pictureTooLarge', { max: mostPixels / 1_000_000 })
    const upright = sharp(bytes, { limitInputPixels: mostPixels, autoOrient: true }).timeout({ seconds: 20 })
    const across = { width: widths[2], height: 2 * widths[2], fit: 'inside', withoutEnlargement: true } as const
    // Decoded once, and out of what decoding gave, every size.
    const base = await told(upright.resize(across).toColourspace('srgb').raw().toBuffer({ resolveWithObject: true }))
    const { channels } = base.info
    const drawn = () => sharp(base.data, { raw: { width: base.info.width, height: base.info.height, channels } })
    const sizes: Drawn[] = []
    for (const size of widths) {
      const small = drawn().resize({ width: size, height: 2 * size, fit: 'inside', withoutEnlargement: true })
      sizes.push(await made(`${size}.webp`, 'image/webp', small.webp({ quality: 80 })))
    }
    const onWhite = () => drawn().flatten({ background: 'white' })
    if (base.info.width >= share.width / 2 && base.info.height >= share.height / 2) {
      const preview = onWhite().resize({ ...share, fit: 'cover', position: 'attention' })
      sizes.push(await made('share.jpg', 'image/jpeg', preview.jpeg({ quality: 82, mozjpeg: true })))
    }
    return { picture: await made('picture.jpg', 'image/jpeg', onWhite().jpeg({ quality: 84, mozjpeg: true })), sizes }
  })
}

async function made(name: string, mediaType: string, drawing: Sharp): Promise<Drawn> {
  const { data, info } = await drawing.toBuffer({ resolveWithObject: true })
  return { name, mediaType, bytes: new Uint8Array(data), width: info.width, height: info.height }
}

/** What libvips says of a picture it cannot read whole is for nobody's eyes. */
const told = <Result>(work: Promise<Result>): Promise<Result> =>
  work.catch(() => {
    throw refusal('pictureBroken')
  })

const refusal = (message: string, values: Record<string, number> = {}) =>
  new AppError('invalid', 'invalid', {}, [{ field: 'file', message, values }])
