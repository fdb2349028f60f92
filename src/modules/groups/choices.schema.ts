export const attendanceStates = ['present', 'excused', 'absent'] as const

/** What a group says of a practice it judged. */
export const verdicts = ['publish', 'revise', 'decline'] as const
