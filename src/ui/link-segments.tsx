import { Check } from 'lucide-react'
import { Link } from '@/i18n/navigation'

type Segment = { key: string; label: string; href: string; isNow: boolean }

/** A few answers that exclude each other, as links: the chosen one is ink with a check. */
export function LinkSegments({ label, segments }: { label: string; segments: readonly Segment[] }) {
  return (
    <nav data-screen-only aria-label={label}>
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
