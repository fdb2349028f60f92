import { cache } from 'react'
import { found } from '@/core/found'
import { actorSlugAfter, getActor } from '@/modules/actors/actor-detail.queries'
import { currentViewer } from '@/platform/session'

/** The actor of this page, asked for once a request. */
export const actorFound = cache(async (slug: string, locale: string) => {
  const viewer = await currentViewer()
  return found(slug, (asked) => getActor(viewer, asked, locale), actorSlugAfter)
})
