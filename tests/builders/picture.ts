import { crc32 } from 'node:zlib'
import sharp from 'sharp'

type RGBA = { r: number; g: number; b: number; alpha?: number }

/** A photograph as a camera writes it: held sideways, with where it was taken and by whom. */
export const aPhotograph = ({ width = 800, height = 600, author = 'Somebody' } = {}): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: { r: 68, g: 170, b: 119 } } })
    .withExif({
      IFD0: { Artist: author },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '44/1 41/1 5253/100',
        GPSLongitudeRef: 'E',
        GPSLongitude: '10/1 37/1 4763/100',
      },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()

export const aPicture = (
  type: 'png' | 'webp' = 'png',
  width = 40,
  height = 30,
  background: RGBA = { r: 204, g: 85, b: 17 },
): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 4, background } })
    .toFormat(type)
    .toBuffer()

/** A picture whose header says another size: a few bytes that would fill the memory of whoever believes them. */
export async function aPictureThatSays(width: number, height: number): Promise<Buffer> {
  const bytes = await aPicture('png')
  // PNG (ISO/IEC 15948) §11.2.2: IHDR stands first, its checksum behind its 13 bytes.
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29)
  return bytes
}
