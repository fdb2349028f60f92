'use client'

import { useState } from 'react'

const nonceInForce = () => document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce

/**
 * The nonce of this document, which react-aria gives to the one style element it writes. A page that is reached by a
 * link inside the product is asked for with a nonce of its own, but the policy of the first page stays in force.
 */
export function CspNonce({ nonce }: { nonce: string | undefined }) {
  const [first] = useState(() => (typeof document === 'undefined' ? nonce : (nonceInForce() ?? nonce)))
  return <meta property="csp-nonce" nonce={first} />
}
