import { TriangleAlert } from 'lucide-react'
import { Link } from '@/i18n/navigation'
import { Badge } from '@/ui/badge'

type Part = { href: string; title: string; body: string; warning?: string }

/** The parts of administration, between hairlines: name, what it is for, what is wrong there. */
export function AdminParts({ parts }: { parts: readonly Part[] }) {
  return (
    <ul className="max-w-[45rem] border-t border-ink">
      {parts.map(({ href, title, body, warning }) => (
        <li key={href} className="relative border-b border-rule py-4 hover:bg-sunk">
          <h2 className="flex flex-wrap items-center gap-x-3 gap-y-1 text-lg font-semibold">
            <Link href={href} prefetch={false} className="text-ink after:absolute after:inset-0">
              {title}
            </Link>
            {warning !== undefined && (
              <Badge tone="bad" icon={<TriangleAlert aria-hidden />}>
                {warning}
              </Badge>
            )}
          </h2>
          <p className="mt-0.5 text-sm text-ink-2">{body}</p>
        </li>
      ))}
    </ul>
  )
}
