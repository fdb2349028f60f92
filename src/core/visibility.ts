export const visibilities = ['public', 'partners', 'territory'] as const
