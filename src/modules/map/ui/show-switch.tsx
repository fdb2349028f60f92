import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Link } from '@/i18n/navigation'
import { type Show, shows } from '@/modules/map/map-state.schema'
import { showing } from '@/modules/map/ui/map-address'

export type Segment = { key: string; label: string; href: string; isNow: boolean }

/** A few answers that exclude each other, as links: the chosen one is ink with a check. */
export function Segments({ label, segments }: { label: string; segments: readonly Segment[] }) {
  return (
    <nav aria-label={label}>
      <ul className="isolate flex">
        {segments.map(({ key, label: word, href, isNow }) => (
          <li key={key} className="group min-w-0 flex-auto not-first:-ml-px">
            <Link
              href={href}
              prefetch={false}
              scroll={false}
              aria-current={isNow ? 'true' : undefined}
              className="relative flex h-full min-h-11 items-center justify-center gap-1.5 border border-rule-strong bg-sheet px-2.5 py-1 text-center text-sm leading-tight font-label text-ink no-underline group-first:rounded-l-md group-last:rounded-r-md hover:bg-sunk focus-visible:z-2 aria-[current]:z-1 aria-[current]:border-ink aria-[current]:bg-ink aria-[current]:text-on-ink phone:min-h-10"
            >
              {isNow && <Check className="size-4 flex-none" aria-hidden />}
              {word}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** What the map shows: actors, flows or regions. */
export function ShowSwitch({ now, params }: { now: Show; params: URLSearchParams }) {
  const t = useTranslations('map.show')
  return (
    <Segments
      label={t('label')}
      segments={shows.map((show) => ({
        key: show,
        label: t(show),
        isNow: show === now,
        href: showing(params, { show: show === 'actors' ? null : show, measure: null, base: null }),
      }))}
    />
  )
}
