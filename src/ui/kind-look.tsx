import { Drama, Factory, GraduationCap, Landmark, Microscope, Shapes, UsersRound, type LucideIcon } from 'lucide-react'

type Look = { icon: LucideIcon; className: string }

/**
 * Icon and colour class of the seven kinds of actor (LOOK §3). The keys are those of taxonomy's closed list, which
 * furniture may not import; tests/closed-lists.test.ts proves that both are the same.
 */
export const kindLook = {
  enterprise: { icon: Factory, className: 'kind-enterprise' },
  public_authority: { icon: Landmark, className: 'kind-public-authority' },
  university: { icon: GraduationCap, className: 'kind-university' },
  research_centre: { icon: Microscope, className: 'kind-research-centre' },
  association: { icon: UsersRound, className: 'kind-association' },
  cultural_actor: { icon: Drama, className: 'kind-cultural-actor' },
  other: { icon: Shapes, className: 'kind-other' },
} as const satisfies Record<string, Look>

export type KindKey = keyof typeof kindLook

const isKind = (word: string): word is KindKey => word in kindLook

/** The kinds in the order of legends. */
export const kindKeys: readonly KindKey[] = Object.keys(kindLook).filter(isKind)
