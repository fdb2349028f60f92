export const apiScopes = ['read', 'write'] as const

/** How long a key may live, in days; a key that outlives whoever remembers it is a hole. */
export const apiKeyDays = ['30', '90', '365'] as const

export const digests = ['none', 'daily', 'weekly'] as const
