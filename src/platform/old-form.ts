// A form of a page that an older build made, sent without script: Next no longer knows its action and would answer with
// a line of English. What was typed is told back instead. (With script: src/ui/form/use-form-action.client.ts.)
import { IncomingMessage, type ServerResponse } from 'node:http'
import type { TypedText } from '@/platform/reply'

const unknownAction = 'x-nextjs-action-not-found'
const most = 1_100_000
/** What no person typed, or nobody should read again. */
const untyped = /^\$ACTION|password|(^|\.)(id|version|intent|token|proof|code|callbackUrl|locale)$/i
const onlyId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** Is this a form sent by the browser itself, which Next takes for an action? */
export const isPlainForm = ({ method, headers }: IncomingMessage): boolean =>
  method === 'POST' &&
  headers['next-action'] === undefined &&
  String(headers['content-type']).startsWith('multipart/form-data')

/** Copies what arrives while somebody else reads it. */
export function copyOf(request: IncomingMessage): () => Buffer {
  const chunks: Buffer[] = []
  let size = 0
  const push = request.push.bind(request)
  request.push = (chunk: unknown, encoding?: BufferEncoding) => {
    if (Buffer.isBuffer(chunk) && (size += chunk.length) <= most) chunks.push(chunk)
    return push(chunk, encoding)
  }
  return () => Buffer.concat(chunks)
}

/**
 * When Next is about to say that it does not know the action, `instead` answers, on the response as it was before Next
 * and its compression took hold of it.
 */
export function onUnknownAction(response: ServerResponse, instead: () => Promise<void>): void {
  const { write, on } = response
  const end = response.end.bind(response)
  const writeHead = response.writeHead.bind(response)
  let isOld = false
  response.writeHead = (status: number, ...rest: never[]) => {
    isOld ||= response.hasHeader(unknownAction)
    return isOld ? response : writeHead(status, ...rest)
  }
  response.end = (...rest: never[]) => {
    if (!isOld) return end(...rest)
    Object.assign(response, { end, write, on, writeHead })
    for (const name of [unknownAction, 'content-type', 'content-length', 'etag']) response.removeHeader(name)
    response.statusCode = 200
    void instead().catch(() => response.destroy())
    return response
  }
}

/** The texts of a form, as they were typed. */
export async function typedIn(request: IncomingMessage, body: Buffer): Promise<TypedText> {
  const sent = new Response(new Uint8Array(body), {
    headers: { 'content-type': request.headers['content-type'] ?? '' },
  })
  const form = await sent.formData().catch(() => new FormData())
  const fields = [...form].flatMap(([name, text]) =>
    typeof text !== 'string' || untyped.test(name) || onlyId.test(text) || text.trim() === '' ? [] : [{ name, text }],
  )
  return { path: request.url ?? '/', fields: fields.slice(0, 200) }
}

/** The same visitor opens another page of ours. */
export function asking(request: IncomingMessage, url: string): IncomingMessage {
  const page = new IncomingMessage(request.socket)
  const own = ([name]: [string, unknown]) => !/^(content-|transfer-encoding|next-)/.test(name)
  page.method = 'GET'
  page.url = url
  page.headers = Object.fromEntries(Object.entries(request.headers).filter(own))
  page.rawHeaders = Object.entries(page.headers).flatMap(([name, value]) => [name, String(value)])
  page.push(null)
  return page
}
