import { connect } from 'node:net'

/** What a server says to bytes that no client of ours would send; `slowly` sends them one by one, this far apart. */
export function rawly(address: string, bytes: string, { slowly = 0, patience = 10_000 } = {}): Promise<string> {
  const { hostname, port } = new URL(address)
  return new Promise((done) => {
    let answer = ''
    const socket = connect({ host: hostname, port: Number(port) })
    const end = () => {
      clearInterval(dripping)
      socket.destroy()
      done(answer)
    }
    const left = [...bytes]
    const drip = () => void (left.length > 0 && socket.writable && socket.write(left.shift() ?? ''))
    const dripping = setInterval(drip, slowly === 0 ? 1_000_000 : slowly)
    socket.setTimeout(patience, end)
    socket.on('data', (data) => (answer += data.toString('latin1')))
    socket.on('error', end)
    socket.on('close', end)
    socket.on('connect', () => slowly === 0 && socket.write(bytes))
  })
}

/** The first line and the headers of a raw answer. */
export function linesOf(answer: string): { head: string; headers: Record<string, string> } {
  const [head = '', ...lines] = (answer.split('\r\n\r\n')[0] ?? '').split('\r\n')
  const headers = lines.map((line): [string, string] => [
    line.slice(0, line.indexOf(':')),
    line.slice(line.indexOf(':') + 2),
  ])
  return { head, headers: Object.fromEntries(headers) }
}
