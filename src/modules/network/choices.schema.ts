export const stepsChoices = [1, 2, 3] as const
