import { cache } from 'react'
import { found } from '@/core/found'
import { actorSlugAfter, getActor } from '@/modules/actors/actor-detail.queries'
import { findShownFiles } from '@/modules/files/file.queries'
import { currentViewer } from '@/platform/session'

/** The actor of this page, asked for once a request. */
export const actorFound = cache(async (slug: string, locale: string) => {
  const viewer = await currentViewer()
  return found(slug, (asked) => getActor(viewer, asked, locale), actorSlugAfter)
})

/** Its files, for its page and for what a link to it shows. */
export const actorFiles = cache(async (id: string) => findShownFiles(await currentViewer(), { kind: 'actor', id }))
