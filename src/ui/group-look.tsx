import { BookOpen, Handshake, Link2, Music, Package, type LucideIcon } from 'lucide-react'

type Look = { icon: LucideIcon; className: string }

/** Icon and colour class of the five groups of relation types (LOOK §3); keys as in `kindLook`. */
export const groupLook = {
  institutional: { icon: Handshake, className: 'group-institutional' },
  knowledge: { icon: BookOpen, className: 'group-knowledge' },
  economic: { icon: Package, className: 'group-economic' },
  cultural: { icon: Music, className: 'group-cultural' },
  other: { icon: Link2, className: 'group-other' },
} as const satisfies Record<string, Look>

export type GroupKey = keyof typeof groupLook
