/** What a review judges, in the order of the form (2-domain, Review). Labels: messages `rounds.criterion`. */
export const criteria = ['evidence', 'transferability', 'relevance', 'clarity', 'resources'] as const

/** What a reviewer, and in the end the group, says of a practice. Labels: messages `rounds.recommendation`. */
export const recommendations = ['publish', 'revise', 'decline'] as const

/** Labels: messages `rounds.state`. */
export const roundStates = ['open', 'closed', 'annulled'] as const

/** Where an assignment stands. Labels: messages `rounds.assignment`. */
export const assignmentStates = ['asked', 'begun', 'submitted', 'conflict', 'removed', 'annulled', 'withdrawn'] as const

/** Why somebody may not judge a practice. Labels: messages `rounds.exclusion`. */
export const exclusions = ['author', 'organisation', 'conflict', 'removed'] as const

/** Why a practice is no longer judged. Labels: messages `rounds.withdrawn`. */
export const withdrawals = ['sentBack', 'archived', 'hidden', 'takenOut'] as const

/** What is done with a remark. Labels: messages `rounds.result.answerState`. */
export const remarkStates = ['accepted', 'partly', 'not_accepted'] as const

/** A practice that may be put before a group, in the reader's language. */
export type PracticeChoice = { value: string; label: string; territory: string | null; isHandedIn: boolean }
