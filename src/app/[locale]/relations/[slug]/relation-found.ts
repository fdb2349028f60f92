import { cache } from 'react'
import { found } from '@/core/found'
import { getRelation, relationSlugAfter } from '@/modules/relations/relation-detail.queries'
import { findShownFiles } from '@/modules/files/file.queries'
import { currentViewer } from '@/platform/session'

/** The relation of this page, asked for once a request. */
export const relationFound = cache(async (slug: string, locale: string) => {
  const viewer = await currentViewer()
  return found(slug, (asked) => getRelation(viewer, asked, locale), relationSlugAfter)
})

/** Its files, for its page and for what a link to it shows. */
export const relationFiles = cache(async (id: string) =>
  findShownFiles(await currentViewer(), { kind: 'relation', id }),
)
