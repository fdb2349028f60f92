import { Link } from '@/i18n/navigation'

type Tab = { href: string; label: string; count?: number; current: boolean }

/** Tabs that change the address; they scroll sideways on a phone. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label} data-screen-only className="overflow-x-auto border-b border-rule">
      <ul className="flex gap-5.5 text-md">
        {tabs.map((tab) => (
          <li key={tab.href} className="flex-none">
            <Link
              href={tab.href}
              prefetch={false}
              aria-current={tab.current ? 'page' : undefined}
              className="inline-block border-b-3 border-transparent py-2.5 text-ink-2 no-underline hover:text-ink focus-visible:-outline-offset-3 aria-[current]:border-ink aria-[current]:font-semibold aria-[current]:text-ink"
            >
              {tab.label}
              {tab.count !== undefined && <span className="font-normal text-ink-3 tabular-nums"> {tab.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
