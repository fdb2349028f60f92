import { Copy } from 'lucide-react'
import { Link } from '@/i18n/navigation'

/** Records that may be the same as the one being written. Says so politely; nothing is refused. */
export function LikeThis({
  question,
  found,
}: {
  question: string
  found: readonly { href: string; label: string; note: string }[]
}) {
  return (
    <div role="status">
      {found.length > 0 && (
        <div className="flex gap-2.5 rounded-md bg-mark-soft px-4 py-3.5 text-sm">
          <Copy className="mt-0.5 size-[18px] flex-none" aria-hidden />
          <div className="min-w-0">
            <p className="font-semibold">{question}</p>
            <ul className="mt-1 flex flex-col gap-1">
              {found.map(({ href, label, note }) => (
                <li key={href}>
                  <Link href={href} prefetch={false} target="_blank">
                    {label}
                  </Link>{' '}
                  <span className="text-ink-2">{note}</span>
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
    </div>
  )
}
