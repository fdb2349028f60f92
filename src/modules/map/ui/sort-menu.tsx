import { ArrowDownUp, Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Link } from '@/i18n/navigation'

type SortChoice = { key: string; label: string; href: string }

/** The order of the list beside the map: a disclosure of links. */
export function SortMenu({ choices, now }: { choices: readonly SortChoice[]; now: string }) {
  const t = useTranslations('ui')
  return (
    <details data-popover data-screen-only className="relative flex-none">
      <summary className="inline-flex min-h-8 items-center gap-2 rounded-md px-2 text-sm font-label hover:bg-sunk">
        <ArrowDownUp className="size-4" aria-hidden />
        <span className="sr-only">{t('sortBy')}: </span>
        {choices.find(({ key }) => key === now)?.label}
      </summary>
      <ul className="absolute top-full right-0 z-20 mt-1 w-max max-w-[16rem] rounded-lg bg-sheet py-1.5 text-sm shadow-float">
        {choices.map(({ key, label, href }) => (
          <li key={key}>
            <Link
              href={href}
              prefetch={false}
              scroll={false}
              aria-current={key === now ? 'true' : undefined}
              className="flex min-h-9 items-center gap-2 px-3.5 text-ink no-underline hover:bg-sunk"
            >
              <Check className={`size-4 ${key === now ? '' : 'invisible'}`} aria-hidden />
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  )
}
