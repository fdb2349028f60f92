import { getTranslations } from 'next-intl/server'
import { forbidden } from 'next/navigation'
import { groupViewer } from '@/app/[locale]/desk/group/group-viewer'
import { orProblem } from '@/app/[locale]/desk/or-problem'
import type { Locale } from '@/core/localized'
import { canKeepGroup } from '@/modules/groups/group.policy'
import { getGroup } from '@/modules/groups/group.queries'
import { type GroupSummary, nameOfGroup } from '@/modules/groups/group.schema'

type Params = { locale: Locale; slug: string }

/** The steps of the breadcrumb that lead to a group. */
export async function wayToGroup({ locale, slug }: Params, group: Pick<GroupSummary, 'name'>) {
  const t = await getTranslations('groups')
  return [
    { label: t('title'), href: '/desk/group' },
    { label: nameOfGroup(group, locale).value, href: `/desk/group/${slug}` },
  ]
}

/**
 * What every page of a group begins with: who reads, the group, its address and the way there. `part` is the page below
 * the group.
 */
export async function groupFrame(params: Params, part = '') {
  const path = `/desk/group/${params.slug}`
  const viewer = await groupViewer(params.locale, `${path}${part}`)
  const group = await orProblem(getGroup(viewer, params.slug))
  if (typeof group === 'string') return group
  return { viewer, group, path, way: await wayToGroup(params, group) }
}

/** The same for the pages of whoever keeps the group. */
export async function keptGroupFrame(params: Params, part: string) {
  const frame = await groupFrame(params, part)
  if (typeof frame !== 'string' && !canKeepGroup(frame.viewer, { territoryId: frame.group.territory.id })) forbidden()
  return frame
}

/** The same for a page that adds or changes something: an archived group has none. */
export async function workingGroupFrame(params: Params, part: string) {
  const frame = await keptGroupFrame(params, part)
  return typeof frame !== 'string' && frame.group.archivedAt !== null ? 'notFound' : frame
}
