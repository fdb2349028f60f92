import { ChevronDown, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from '@/i18n/navigation'
import { chipClasses } from './chip-look'

/**
 * A filter as a chip: a native disclosure, so it works without script. On = solid ink with the value and a × that takes it
 * away (LOOK §6, Chip filter).
 */
export function ChipFrame({
  label,
  value,
  clear,
  onOpen,
  className = '',
  children,
}: {
  label: string
  /** What is chosen, in words; null = nothing. */
  value: string | null
  /** The address without this filter, without the language, and the words of that link. */
  clear: { href: string; label: string }
  onOpen?: () => void
  className?: string
  /** What it opens, in `chipPanelClasses` of chip-look. */
  children: ReactNode
}) {
  const on = value !== null
  return (
    <div className={`inline-flex max-w-full ${className}`}>
      <details
        name="filter"
        data-popover
        className="min-w-0 sm:relative"
        {...(onOpen && { onToggle: (event) => event.currentTarget.open && onOpen() })}
      >
        <summary className={`${chipClasses(on)} max-w-full ${on ? 'rounded-r-none border-r-0 pr-1' : ''}`}>
          {on ? (
            <>
              <span className="sr-only">{label}: </span>
              <span className="max-w-56 truncate">{value}</span>
            </>
          ) : (
            <>
              {label}
              <ChevronDown aria-hidden />
            </>
          )}
        </summary>
        {children}
      </details>
      {on && (
        <Link
          href={clear.href}
          prefetch={false}
          className={`${chipClasses(true)} rounded-l-none border-l-0 pl-1`}
          aria-label={clear.label}
        >
          <X aria-hidden />
        </Link>
      )}
    </div>
  )
}
