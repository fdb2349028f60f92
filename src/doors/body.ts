import type { Context } from 'hono'
import { AppError } from '@/core/app-error'
import { parseStrictJson } from '@/core/strict-json'
import { told } from './answer'

const mostBytes = 1_000_000
const jsonType = /^application\/(merge-patch\+)?json(\s*;\s*charset=("?)utf-8\3)?\s*$/i

/** A body as it came (`text`) and as what it says, an object; or the answer that refuses it. */
type Body = { text: string; said: object; refused?: never } | { refused: Response }

/** Reads a JSON object of at most 1 MB. Throws `invalid` for what no two readers would understand alike. */
export async function bodyOf(c: Context): Promise<Body> {
  if (!jsonType.test(c.req.header('content-type') ?? ''))
    return {
      refused: told(415, 'Send application/json.', { accept: 'application/json, application/merge-patch+json' }),
    }
  if ((c.req.header('content-encoding') ?? 'identity') !== 'identity')
    return { refused: told(415, 'Send the body as it is, not compressed.', { 'accept-encoding': 'identity' }) }
  const bytes = await bytesIn(c.req.raw, mostBytes)
  if (bytes === null) return { refused: told(413, 'At most 1,000,000 bytes.', { connection: 'close' }) }
  const text = decode(bytes)
  const said = parseStrictJson(text)
  if (typeof said !== 'object' || said === null || Array.isArray(said)) throw new AppError('invalid', 'badJson')
  return { text, said }
}

/** The bytes of a body, or null past the limit: what is declared too large is not even begun, what proves too large is left. */
export async function bytesIn(request: Request, most: number): Promise<Buffer<ArrayBuffer> | null> {
  if (Number(request.headers.get('content-length') ?? 0) > most) return null
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = request.body?.getReader()
  for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
    length += part.value.byteLength
    if (length > most) {
      void reader?.cancel()
      return null
    }
    chunks.push(part.value)
  }
  return Buffer.concat(chunks)
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new AppError('invalid', 'badJson')
  }
}
