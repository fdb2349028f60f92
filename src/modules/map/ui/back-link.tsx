import { ArrowLeft } from 'lucide-react'
import { Link } from '@/i18n/navigation'

/** Out of a selection. */
export function BackLink({ href, children }: { href: string; children: string }) {
  return (
    <Link href={href} prefetch={false} scroll={false} className="inline-flex min-h-6 items-center gap-2 text-sm">
      <ArrowLeft className="size-4" aria-hidden />
      {children}
    </Link>
  )
}
