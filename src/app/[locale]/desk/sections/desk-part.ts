import type { ReactNode } from 'react'
import type { Locale } from '@/core/localized'
import type { Viewer } from '@/core/viewer'

/** What a section of the desk is asked: its first rows for the desk itself, or one page of them for "all". */
export type DeskAsked = { viewer: Viewer; locale: Locale; limit: number; after: string | null }

/** What a section answers. */
export type DeskPart = {
  title: string
  /** One sentence, where the title does not say it all. */
  lead?: string
  /** How many there are in all, not how many are shown. */
  count: number
  /** The rows as they stand on the page. Client components below it need their `ClientTexts`. */
  rows: ReactNode
  /** Key of the next page; null at the end. Absent where `all` leads to a list of its own. */
  next?: string | null
  /** The list of this part where it has one, in place of `/desk/tasks/{name}`. */
  all?: readonly { href: string; label: string }[]
  /** Shown in place of no rows; absent = an empty part is left out. */
  empty?: string
}

/** null = no section of this viewer's. */
export type DeskSection = (asked: DeskAsked) => Promise<DeskPart | null>
