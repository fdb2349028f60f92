import { ExternalLink } from 'lucide-react'
import type { ReactNode } from 'react'

/** A link that somebody entered and that leads elsewhere (6-quality, Security values). Without words it shows its host. */
export function OutLink({ href, children }: { href: string; children?: ReactNode }) {
  return (
    <a href={href} rel="ugc nofollow noopener" className="wrap-anywhere">
      {children ?? shortAddress(href)}
      <ExternalLink className="ml-1 inline size-3 text-ink-3" aria-hidden />
    </a>
  )
}

const shortAddress = (href: string): string =>
  URL.canParse(href) ? new URL(href).host.replace(/^www\./, '') + new URL(href).pathname.replace(/\/$/, '') : href
