import type { ServerResponse } from 'node:http'

type Page = { html: string; headers: Record<string, string> }
const ofTheOther = ['content-length', 'content-encoding', 'transfer-encoding', 'link', 'etag']

/**
 * Next says a fault of ours by script alone: its document is empty. In its place goes `page`, with its words in the HTML
 * and the same status; null = it is no fault after all. To be called before anybody else sees the response.
 */
export function tellFaults(response: ServerResponse, page: () => Page | null): void {
  const writeHead = response.writeHead.bind(response)
  const write = response.write.bind(response)
  const end = response.end.bind(response)
  let fault: Page | null = null
  // Whoever writes without a head means the status that is set.
  const now = () => (fault ??= !response.headersSent && response.statusCode === 500 ? page() : null)
  response.writeHead = (status: number, ...rest: never[]) => {
    if (status === 500) response.statusCode = status
    return status === 500 && now() !== null ? response : writeHead(status, ...rest)
  }
  response.write = (chunk: never, ...rest: never[]) => (now() === null ? write(chunk, ...rest) : true)
  response.end = (...rest: never[]) => {
    const told = now()
    if (told === null) return end(...rest)
    for (const name of ofTheOther) response.removeHeader(name)
    for (const [name, value] of Object.entries(told.headers)) response.setHeader(name, value)
    writeHead(500)
    return end(told.html)
  }
}
