import { GitMerge, History, Map, MessageSquareText, MessageSquareWarning, PencilLine, Waypoints } from 'lucide-react'
import type { ReactNode } from 'react'
import { LinkButton } from './link-button'

const icons = {
  edit: PencilLine,
  history: History,
  contest: MessageSquareWarning,
  suggest: MessageSquareText,
  custody: Map,
  succession: GitMerge,
  network: Waypoints,
} as const

/** A deed on a record that has a page of its own, with its sign. */
export function DeedLink({ deed, href, children }: { deed: keyof typeof icons; href: string; children: ReactNode }) {
  const Icon = icons[deed]
  return (
    <LinkButton href={href} icon={<Icon aria-hidden />}>
      {children}
    </LinkButton>
  )
}
