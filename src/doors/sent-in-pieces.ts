import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { decided } from '@/core/decision'
import { isKnown } from './answer'

type Pieces = AsyncGenerator<string | Uint8Array, void>

const encoder = new TextEncoder()
const enough = 60_000

/** Pieces gathered to a size worth sending; nothing is made before it is asked for, nor after whoever asked has gone. */
function streamOf(pieces: Pieces): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        let text = ''
        for (;;) {
          const next = await pieces.next()
          if (next.done === true) {
            if (text !== '') controller.enqueue(encoder.encode(text))
            return controller.close()
          }
          if (typeof next.value !== 'string') return controller.enqueue(next.value)
          text += next.value
          if (text.length > enough) return controller.enqueue(encoder.encode(text))
        }
      },
      async cancel() {
        await pieces.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )
}

/** What a public file is made of, told before its first byte: another tag is another content. */
type SentFile = {
  name: string
  type: string
  /** Of everything that decides its bytes; hidden records have no part in it. */
  tag: string
  pieces: () => Pieces
}

/** A file of public data, sent while it is made; whoever has it already is told so. */
export function publicFile(c: Context, { name, type, tag, pieces }: SentFile): Response {
  decided()
  const headers = {
    // Weak: a workbook of the same rows need not be the same bytes.
    etag: `W/"${createHash('sha256').update(`${name} ${tag}`).digest('base64url').slice(0, 22)}"`,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'public, max-age=0, must-revalidate',
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'etag',
    'cross-origin-resource-policy': 'cross-origin',
  }
  if (isKnown(c.req.header('if-none-match'), headers.etag)) return new Response(null, { status: 304, headers })
  const body = c.req.method === 'HEAD' ? null : streamOf(pieces())
  return new Response(body, { status: 200, headers: { ...headers, 'content-type': type } })
}
