/** Languages of the interface, in the order they are offered. */
export const locales = ['en', 'it', 'es', 'sv', 'pl'] as const
