import type { ReactNode } from 'react'

const tones = {
  quiet: 'bg-sunk text-ink-2',
  mark: 'bg-mark-soft text-ink',
  ok: 'bg-ok-soft text-ok',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
}

/** A state in a word with its icon; one on a name, never two. */
export function Badge({
  tone = 'quiet',
  icon,
  children,
}: {
  tone?: keyof typeof tones
  icon?: ReactNode
  children: ReactNode
}) {
  return (
    <span
      className={`inline-flex items-center gap-[5px] rounded-sm px-2 py-px text-xs/5 font-label [&_svg]:size-[13px] [&_svg]:flex-none ${tones[tone]}`}
    >
      {icon}
      {children}
    </span>
  )
}
