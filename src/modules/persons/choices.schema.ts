/**
 * Why a contact person may be kept (Regulation (EU) 2016/679, art. 6(1) a, b, c, e, f). Vital interests (d) are no reason
 * to keep an address.
 */
export const legalBases = ['consent', 'contract', 'legal_obligation', 'public_task', 'legitimate_interests'] as const

/** Why name and role may be shown to everybody; none = they are not shown. */
export const publicationBases = ['consent', 'public_function', 'legitimate_interests'] as const
