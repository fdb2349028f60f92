import { Download } from 'lucide-react'

/** A file that can be taken along: its address, what it will be called, and its words. */
type DownloadItem = { href: string; name: string; label: string }

const sides = { left: 'left-0', right: 'right-0', head: 'left-0 sm:right-0 sm:left-auto' } as const

/** "Download": opens a short list of files; native, so that it also opens without script. */
export function DownloadMenu({
  label,
  files,
  note,
  isTight = false,
  side = 'left',
}: {
  label: string
  files: readonly DownloadItem[]
  /** One sentence about all of them. */
  note?: string
  /** Over the map of a phone there is room for the sign alone. */
  isTight?: boolean
  /** On which side of the word the list hangs; `head` = beside a title, which on a phone stands above it. */
  side?: keyof typeof sides
}) {
  return (
    <details data-popover data-screen-only className={`relative ${isTight ? 'tight:self-center' : ''}`}>
      <summary
        title={label}
        className="flex min-h-6 w-fit min-w-6 items-baseline justify-center gap-1.5 whitespace-nowrap text-link underline underline-offset-[.18em]"
      >
        <Download className="size-4 self-center" aria-hidden />
        <span className={isTight ? 'tight:sr-only' : ''}>{label}</span>
      </summary>
      <div
        className={`absolute top-full z-20 mt-1 w-max max-w-[16rem] rounded-lg bg-sheet py-1.5 shadow-float ${sides[side]}`}
      >
        <ul>
          {files.map(({ href, name, label: words }) => (
            <li key={href}>
              <a
                href={href}
                download={name}
                className="flex min-h-9 items-center px-3.5 py-1 leading-snug text-ink no-underline hover:bg-sunk"
              >
                {words}
              </a>
            </li>
          ))}
        </ul>
        {note !== undefined && <p className="px-3.5 pt-1 pb-1.5 text-xs text-ink-2">{note}</p>}
      </div>
    </details>
  )
}
