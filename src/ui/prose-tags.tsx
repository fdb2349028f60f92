import type { ReactNode } from 'react'

/** Tags that texts of messages may hold, for `t.rich`. */
export const proseTags = {
  b: (words: ReactNode) => <strong>{words}</strong>,
  code: (words: ReactNode) => <code className="rounded-sm bg-sunk px-1 text-[0.9em] wrap-anywhere">{words}</code>,
  kbd: (words: ReactNode) => (
    <kbd className="rounded-sm border border-rule-strong bg-sheet px-1.5 py-px font-sans text-sm">{words}</kbd>
  ),
}
