import { wayToGroup } from '@/app/[locale]/desk/group/group-frame'
import { groupViewer } from '@/app/[locale]/desk/group/group-viewer'
import { orProblem } from '@/app/[locale]/desk/or-problem'
import { inLanguage, type Locale } from '@/core/localized'
import { getGroupRound } from '@/modules/rounds/round.queries'

/**
 * What every page of a round begins with: who reads, the group and the round, asked once, and the way there. `part` is
 * the page below the round; `at` the address of the round, `way` the steps to it.
 */
export async function roundFrame({ locale, slug, id }: { locale: Locale; slug: string; id: string }, part = '') {
  const path = `/desk/group/${slug}`
  const at = `${path}/rounds/${id}`
  const viewer = await groupViewer(locale, `${at}${part}`)
  const found = await orProblem(getGroupRound(viewer, slug, id))
  if (typeof found === 'string') return found
  const way = [
    ...(await wayToGroup({ locale, slug }, found.group)),
    { label: inLanguage(found.round.title, locale).value, href: at },
  ]
  return { ...found, viewer, path, at, way }
}
