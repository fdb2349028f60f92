import { getTranslations } from 'next-intl/server'
import type { RecordStatus, Visibility } from '@/core/curated'
import type { Viewer } from '@/core/viewer'
import { canEditActor } from '@/modules/actors/actor.policy'
import { findContesters } from '@/modules/curation/contest.queries'
import { canEditRelation } from '@/modules/relations/relation.policy'
import { DeedLink } from '@/ui/deed-link'

/** What the deeds of a record's page are judged by. */
export type DeedRecord = {
  kind: 'actor' | 'relation'
  id: string
  slug: string
  name: string
  version: number
  status: RecordStatus
  visibility: Visibility
  territoryId: string | null
}

const mayEdit = { actor: canEditActor, relation: canEditRelation }

/**
 * The row of deeds beside the title of a record's page, each shown by the policy of its command. A deed is one line
 * here: a link (with an icon in ui/deed-link), or a small client component of its room within its own `ClientTexts`.
 */
export async function RecordDeeds({ viewer, record }: { viewer: Viewer | null; record: DeedRecord }) {
  const t = await getTranslations('deeds')
  const desk = `/desk/${record.kind}s/${record.id}`
  const mayContest = record.kind === 'relation' && (await findContesters(viewer, record)).length > 0
  return (
    <>
      {mayEdit[record.kind](viewer, record) && (
        <DeedLink deed="edit" href={desk}>
          {t('edit')}
        </DeedLink>
      )}
      {mayContest && (
        <DeedLink deed="contest" href={`${desk}/contest`}>
          {t('contest')}
        </DeedLink>
      )}
    </>
  )
}
