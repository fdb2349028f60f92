import type { NetworkCanvas } from '@/modules/network/ui/network-canvas'
import { placeToken } from '@/modules/network/ui/grouping'
import { readPalette } from '@/ui/base-map/palette'

/** What stands around the picture of a network. */
type PictureWords = {
  title: string
  count: string
  source: string
  legend: readonly { label: string; token: string }[]
}

const [width, height, margin] = [2400, 1800, 72]

/** The words in lines no wider than `room`. */
function linesOf(context: CanvasRenderingContext2D, text: string, room: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && context.measureText(longer).width > room) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}

/** The network as it is seen now, with title, legend and source, as a PNG; rejects when the browser cannot make it. */
export async function pictureOf(canvas: NetworkCanvas, words: PictureWords): Promise<Blob> {
  const probe = document.createElement('span')
  document.body.append(probe)
  const palette = readPalette(probe)
  const sheet = document.createElement('canvas')
  sheet.width = width
  sheet.height = height
  const context = sheet.getContext('2d')
  if (context === null) throw new Error('no canvas')
  context.fillStyle = palette.color('paper')
  context.fillRect(0, 0, width, height)
  context.textBaseline = 'top'
  context.fillStyle = palette.color('ink')
  context.font = `500 60px ${palette.serif}`
  let top = margin
  for (const line of linesOf(context, words.title, width - 2 * margin).slice(0, 3)) {
    context.fillText(line, margin, top)
    top += 72
  }
  context.font = `400 34px ${palette.sans}`
  context.fillStyle = palette.color('ink-2')
  context.fillText(words.count, margin, top)
  top += 64
  const foot = height - margin - 34
  context.fillText(words.source, margin, foot, width - 2 * margin)
  const legendWidth = 520
  const drawn = canvas.draw(width - 2 * margin - legendWidth, foot - top - 30)
  context.drawImage(drawn, margin, top)
  words.legend.forEach(({ label, token }, at) => {
    const [x, y] = [width - margin - legendWidth + 40, top + at * 60]
    context.beginPath()
    context.arc(x, y + 18, 16, 0, 2 * Math.PI)
    context.fillStyle = palette.color(token)
    context.fill()
    if (token === placeToken) {
      context.beginPath()
      context.arc(x, y + 18, 11, 0, 2 * Math.PI)
      context.fillStyle = palette.color('sheet')
      context.fill()
    }
    context.fillStyle = palette.color('ink')
    context.fillText(label, x + 34, y, legendWidth - 74)
  })
  probe.remove()
  return new Promise((resolve, reject) =>
    sheet.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)), 'image/png'),
  )
}
