import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { z } from 'zod'

export const serviceAddress = `http://localhost:${process.env.E2E_OIDC_PORT}`
const serviceClient = { id: 'atlas', secret: 'a secret between the two' }

/** Whom the service names next, and what it does wrong. */
type Naming = {
  email: string
  verified?: boolean
  wrong?: 'nonce' | 'audience' | 'signature'
  refuses?: boolean
}

const json = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const asked = z.object({
  redirect_uri: z.string(),
  state: z.string(),
  nonce: z.string(),
  code_challenge: z.string(),
  code_challenge_method: z.literal('S256'),
})

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  let body = ''
  for await (const part of request) body += String(part)
  return new URLSearchParams(body)
}

/** A small OpenID Connect provider (Core 1.0, code flow): it asks nobody and names whom the test says. */
export async function openSignInService() {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const { privateKey: strangersKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const codes = new Map<string, { naming: Naming; nonce: string; challenge: string }>()
  let naming: Naming = { email: '' }

  const tokenFor = ({ email, verified = true, wrong }: Naming, nonce: string) => {
    const now = Math.floor(Date.now() / 1000)
    const claims = {
      iss: serviceAddress,
      sub: 'somebody',
      aud: wrong === 'audience' ? 'somebody-else' : serviceClient.id,
      nonce: wrong === 'nonce' ? 'another' : nonce,
      iat: now,
      exp: now + 60,
      email,
      email_verified: verified,
    }
    const content = `${json({ alg: 'RS256', kid: 'one' })}.${json(claims)}`
    const key = wrong === 'signature' ? strangersKey : privateKey
    return `${content}.${sign('RSA-SHA256', Buffer.from(content), key).toString('base64url')}`
  }

  const answerTo = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', serviceAddress)
    const answer = (value: unknown, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
    if (url.pathname === '/.well-known/openid-configuration')
      return answer({
        issuer: serviceAddress,
        authorization_endpoint: `${serviceAddress}/authorize`,
        token_endpoint: `${serviceAddress}/token`,
        jwks_uri: `${serviceAddress}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      })
    if (url.pathname === '/keys')
      return answer({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }] })
    if (url.pathname === '/authorize') {
      const { redirect_uri, state, nonce, code_challenge } = asked.parse(Object.fromEntries(url.searchParams))
      const back = new URL(redirect_uri)
      const code = randomUUID()
      codes.set(code, { naming, nonce, challenge: code_challenge })
      back.search = String(new URLSearchParams({ state, ...(naming.refuses ? { error: 'access_denied' } : { code }) }))
      return response.writeHead(302, { location: back.href }).end()
    }
    if (url.pathname === '/token') {
      const body = await bodyOf(request)
      const granted = codes.get(body.get('code') ?? '')
      const verifier = createHash('sha256')
        .update(body.get('code_verifier') ?? '')
        .digest('base64url')
      const basic = Buffer.from(
        `${serviceClient.id}:${encodeURIComponent(serviceClient.secret).replaceAll('%20', '+')}`,
      )
      const isClient = request.headers.authorization === `Basic ${basic.toString('base64')}`
      if (!granted || !isClient || verifier !== granted.challenge) return answer({ error: 'invalid_grant' }, 400)
      codes.delete(body.get('code') ?? '')
      const id_token = tokenFor(granted.naming, granted.nonce)
      return answer({ access_token: randomUUID(), token_type: 'Bearer', expires_in: 60, id_token })
    }
    return answer({}, 404)
  }
  const server = createServer((request, response) => void answerTo(request, response))
  await new Promise<void>((done) => server.listen(Number(process.env.E2E_OIDC_PORT), done))
  return {
    names: (next: Naming) => (naming = next),
    close: () => new Promise((done) => server.close(done)),
  }
}
