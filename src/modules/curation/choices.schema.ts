/** What the curator answers, and what follows where the territory is right. */
export const contestAnswers = ['reject', 'correct', 'archive'] as const
