import type { ReactNode } from 'react'

/** A thing that can be acted on as a whole; facts stand between hairlines instead (LOOK §5). */
export function Card({
  children,
  as: Element = 'div',
}: {
  children: ReactNode
  as?: 'div' | 'li' | 'article' | 'section'
}) {
  return <Element className="rounded-lg bg-sheet px-5 py-4.5 shadow-sheet sm:px-6 sm:py-5.5">{children}</Element>
}
