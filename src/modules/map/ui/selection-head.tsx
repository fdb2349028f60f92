import type { ReactNode } from 'react'
import { BackLink } from '@/modules/map/ui/back-link'

/** What is selected: the way back, disc or icon, name, facts, and the way to its page. */
export function SelectionHead({
  back,
  icon,
  name,
  language,
  children,
  actions,
}: {
  back: readonly { href: string; label: string }[]
  icon: ReactNode
  name: string
  language: string | undefined
  children: ReactNode
  actions: ReactNode
}) {
  return (
    <div className="flex flex-col gap-3 border-b border-rule px-5 pt-3.5 pb-4 max-phone:pt-0">
      <p className="flex flex-wrap gap-x-4 gap-y-1">
        {back.map(({ href, label }) => (
          <BackLink key={label} href={href}>
            {label}
          </BackLink>
        ))}
      </p>
      <div className="flex items-start gap-3">
        {icon}
        <div className="min-w-0">
          <h1
            id="map-selected"
            tabIndex={-1}
            lang={language}
            className="font-serif text-xl font-medium tracking-serif wrap-break-word"
          >
            {name}
          </h1>
          <div className="mt-0.5 text-sm text-ink-2">{children}</div>
        </div>
      </div>
      <div className="flex flex-wrap gap-2">{actions}</div>
    </div>
  )
}
