'use client'

import { FlaskConical } from 'lucide-react'
import type { Freshness } from '@/core/curated'
import type { LonLat } from '@/core/mercator'
import { Link } from '@/i18n/navigation'
import { LitRow } from '@/modules/map/ui/lit-row.client'
import type { ActorKind } from '@/modules/taxonomy/taxonomy.schema'
import { Badge } from '@/ui/badge'
import { Disc } from '@/ui/disc'
import { SealMark } from '@/ui/seal-mark'

/**
 * One actor of the list beside the map, in words that are ready. Drawn in the browser too: 25 drawn rows are four times
 * as many bytes as what they say.
 */
export function ActorRow({
  slug,
  at,
  href,
  name,
  language,
  kind,
  place,
  noPoint,
  relations: [count, said],
  seal: [freshness, sealed],
  fictitious,
}: {
  slug: string
  at: LonLat | null
  href: string
  name: string
  /** When it is not the reader's. */
  language?: string
  kind: ActorKind
  place: string
  noPoint?: string
  /** As a number, and in words. */
  relations: readonly [count: string, said: string]
  seal: readonly [Freshness, words: string]
  fictitious?: string
}) {
  return (
    <LitRow id={slug} at={at}>
      <span className="grid grid-cols-[28px_minmax(0,1fr)_auto] gap-x-3">
        <Disc kind={kind} />
        <span className="min-w-0">
          <Link
            id={`row-${slug}`}
            href={href}
            prefetch={false}
            scroll={false}
            lang={language}
            className="font-semibold wrap-break-word text-ink no-underline after:absolute after:inset-0"
          >
            {name}
          </Link>
          {fictitious !== undefined && (
            <>
              {' '}
              <Badge tone="warn" icon={<FlaskConical aria-hidden />}>
                {fictitious}
              </Badge>
            </>
          )}
          <span className="block text-sm text-ink-2">
            {place}
            {noPoint !== undefined && <span className="text-ink-3">, {noPoint}</span>}
          </span>
        </span>
        <span className="flex flex-col items-end gap-1.5 text-ink-2 tabular-nums">
          <span className="text-ink">
            <span aria-hidden>{count}</span>
            <span className="sr-only">{said}</span>
          </span>
          <SealMark freshness={freshness} label={sealed} />
        </span>
      </span>
    </LitRow>
  )
}
