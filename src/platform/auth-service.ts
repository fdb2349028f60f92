import type { OAuthConfig } from 'next-auth/providers/oauth'
import { z } from 'zod'
import { environment } from '@/platform/env'
import { log } from '@/platform/log'

// OpenID Connect Core 1.0 §5.1.
const claimsSchema = z.object({
  sub: z.string(),
  email: z.string().catch(''),
  email_verified: z.boolean().catch(false),
})

/** What a token says whose signature next-auth has checked already. */
const claimsOf = (idToken = '') =>
  claimsSchema.parse(JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString()))

/** Whom the other service names: an address only when it has confirmed it. */
export function confirmedEmail(profile: unknown): string | null {
  const claims = claimsSchema.safeParse(profile).data
  return claims?.email_verified === true ? claims.email : null
}

/** The other sign-in service as next-auth knows it; none where none is configured. */
export function signInServices(): OAuthConfig<z.output<typeof claimsSchema>>[] {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = environment()
  if (OIDC_ISSUER === undefined || OIDC_CLIENT_ID === undefined || OIDC_CLIENT_SECRET === undefined) return []
  return [
    {
      id: 'oidc',
      name: new URL(OIDC_ISSUER).host,
      type: 'oauth',
      wellKnown: `${OIDC_ISSUER}/.well-known/openid-configuration`,
      clientId: OIDC_CLIENT_ID,
      clientSecret: OIDC_CLIENT_SECRET,
      authorization: { params: { scope: 'openid email' } },
      idToken: true,
      checks: ['pkce', 'state', 'nonce'],
      httpOptions: { timeout: 5000 },
      userinfo: {
        // Some services tell the address only when asked for it (§5.3.2: of the same subject); what the signed token
        // says counts first.
        request: async ({ client, tokens }) => {
          const claims = claimsOf(tokens.id_token)
          if (claims.email !== '' || !client.issuer.metadata.userinfo_endpoint) return claims
          const more = claimsSchema.parse(await client.userinfo(tokens.access_token ?? ''))
          return more.sub === claims.sub ? more : claims
        },
      },
      profile: ({ sub }) => ({ id: sub }),
    },
  ]
}

/** Cookies of others and sessions that are over are no faults; that the other service does not play along is one. */
export const authLogger = {
  error: (code: string, metadata: unknown) => {
    if (!code.includes('OAUTH')) return
    const { error } = z
      .object({ error: z.instanceof(Error) })
      .catch({ error: new Error(code) })
      .parse(metadata)
    log.warn({ code, err: error }, 'sign-in service')
  },
  warn: () => undefined,
  debug: () => undefined,
}
