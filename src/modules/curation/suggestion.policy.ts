import type { Viewer } from '@/core/viewer'

/** 5-permissions: suggest a correction to a published record that one may see, with an account or without. */
export const canSuggest = (record: { status: string }): boolean => record.status === 'published'

/** Read what was suggested, with the sender's address, and decide. Null = the commons, kept by administrators. */
export const canDecideSuggestion = (viewer: Viewer | null, record: { territoryId: string | null }): boolean =>
  viewer !== null && viewer.can('coordinator', record.territoryId)
