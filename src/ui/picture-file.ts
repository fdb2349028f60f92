import { withDensity } from '@/core/png'

const dotsPerInch = 300
const dots = (millimetres: number) => Math.round((millimetres / 25.4) * dotsPerInch)

type Made = { image: HTMLImageElement; width: number; height: number }

/** The size of an SVG of ours in millimetres, as its first line says it. Throws for any other. */
function sizeOf(text: string): { width: number; height: number } {
  const [, width, height] = /^<svg [^>]*width="([\d.]+)mm" height="([\d.]+)mm"/.exec(text) ?? []
  if (width === undefined || height === undefined) throw new Error('picture: no size')
  return { width: Number(width), height: Number(height) }
}

async function made(address: string): Promise<Made> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`picture: ${response.status}`)
  const blob = await response.blob()
  const image = new Image()
  image.src = URL.createObjectURL(blob)
  await image.decode()
  return { image, ...sizeOf(await blob.text()) }
}

/** The picture at an address of ours as an image that has arrived, with its letters. Throws when it does not. */
export const pictureImage = async (address: string): Promise<HTMLImageElement> => (await made(address)).image

/** What a canvas shows, as a number that differs when it does. */
function sumOf(context: CanvasRenderingContext2D): number {
  const { data } = context.getImageData(0, 0, context.canvas.width, context.canvas.height)
  let sum = 0
  for (let at = 0; at < data.length; at += 3) sum = (Math.imul(sum, 31) + (data[at] ?? 0)) | 0
  return sum
}

/** The picture at an address of ours (SVG) in dots, 300 to the inch, as a file that says so. */
export async function pictureAsPng(address: string): Promise<Blob> {
  const { image, ...size } = await made(address)
  const canvas = document.createElement('canvas')
  canvas.width = dots(size.width)
  canvas.height = dots(size.height)
  const context = canvas.getContext('2d', { alpha: false })
  if (context === null) throw new Error('picture: no canvas')
  // Its letters come a moment after the image: what is drawn before they are there lacks words.
  for (let round = 0, before = Number.NaN, now = 0; round < 20 && (round < 4 || before !== now); round += 1) {
    if (round > 0) await new Promise((done) => setTimeout(done, 250))
    before = now
    context.drawImage(image, 0, 0, canvas.width, canvas.height)
    now = sumOf(context)
  }
  URL.revokeObjectURL(image.src)
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
  if (blob === null) throw new Error('picture: no PNG')
  return new Blob([withDensity(new Uint8Array(await blob.arrayBuffer()), dotsPerInch)], { type: 'image/png' })
}

/** Gives a file to whoever sees the page. */
export function handOver(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
