'use client'

import { Link } from '@/i18n/navigation'
import { usePathname } from '@/i18n/use-pathname.client'

/** A link of the main navigation; marked while the reader is in its part of the site. */
export function NavLink({ href, label, stacked = false }: { href: string; label: string; stacked?: boolean }) {
  const path = usePathname()
  const here = path === href || path.startsWith(`${href}/`)
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={here ? 'page' : undefined}
      className={
        stacked
          ? 'flex min-h-11 items-center border-l-3 border-transparent px-4 text-ink no-underline hover:bg-sunk aria-[current]:border-mark aria-[current]:font-semibold'
          : 'flex h-full items-center border-y-3 border-transparent text-ink-2 no-underline hover:text-ink focus-visible:-outline-offset-3 aria-[current]:border-b-mark aria-[current]:font-semibold aria-[current]:text-ink'
      }
    >
      {label}
    </Link>
  )
}
