/** The three axes of the project (closed list). Labels: messages `practices.axis`. */
export const practiceAxes = ['policies_governance', 'local_identity', 'competitiveness_value_chain'] as const

/** How far a practice reaches. Labels: messages `practices.scope`. */
export const practiceScopes = ['national', 'regional', 'local'] as const
