import { once } from 'node:events'
import type { AddressInfo, Server } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { type Letter, readLetter } from './letter'

export type TakenLetter = Letter & { to: string[] }

/** The port of a server, which listens from now on; any free one when none is said. */
export async function portOf(server: Server, port = 0): Promise<number> {
  if (!server.listening) await once(server.listen(port, '127.0.0.1'), 'listening')
  const address: AddressInfo | string | null = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

/**
 * A mail server of the tests. `refuse` mails are refused for now before one is taken; `reader` is the code with which
 * it refuses every reader.
 */
export async function openMailServer(
  onTaken: (letter: TakenLetter) => void,
  { refuse = 0, reader = 0, port = 0 } = {},
): Promise<{ port: number; url: string; close: () => Promise<void> }> {
  let left = refuse
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_address, _session, done) => done(reader === 0 ? null : refusal(reader)),
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        if (left-- > 0) return done(refusal(451))
        const to = session.envelope.rcptTo.map(({ address }) => address)
        onTaken({ ...readLetter(Buffer.concat(parts).toString('latin1')), to })
        done()
      })
    },
  })
  const listening = await portOf(server.server, port)
  return {
    port: listening,
    url: `smtp://127.0.0.1:${listening}`,
    close: () => new Promise((done) => server.close(() => done())),
  }
}

const refusal = (responseCode: number) => Object.assign(new Error('not taken'), { responseCode })
