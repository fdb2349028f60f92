import { Link } from '@/i18n/navigation'

/** The sign and the name: a disc, a line, a place; leads home. */
export function Brand() {
  return (
    <Link
      href="/map"
      prefetch={false}
      className="inline-flex items-center gap-2.5 font-strong tracking-[-0.01em] whitespace-nowrap text-ink no-underline"
    >
      <svg viewBox="0 0 34 18" className="h-[18px] w-[34px] flex-none fill-none stroke-current stroke-2" aria-hidden>
        <path d="M8 9C14 -1 22 1 26 9" />
        <circle cx="7" cy="10" r="5" className="fill-current stroke-none" />
        <circle cx="27" cy="10" r="4.75" />
      </svg>
      <span>
        COMPETE IN <span className="font-normal text-ink-2 max-[359px]:sr-only">Atlas</span>
      </span>
    </Link>
  )
}
