import { cache } from 'react'
import { found } from '@/core/found'
import { findShownFiles } from '@/modules/files/file.queries'
import { getPractice, practiceSlugAfter } from '@/modules/practices/practice-detail.queries'
import { currentViewer } from '@/platform/session'

/** The practice of this page, asked for once a request. */
export const practiceFound = cache(async (slug: string, locale: string) => {
  const viewer = await currentViewer()
  return found(slug, (asked) => getPractice(viewer, asked, locale), practiceSlugAfter)
})

/** Its files, for its page and for what a link to it shows. */
export const practiceFiles = cache(async (id: string) =>
  findShownFiles(await currentViewer(), { kind: 'practice', id }),
)
