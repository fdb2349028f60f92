import { getTranslations } from 'next-intl/server'
import type { RecordStatus, Visibility } from '@/core/curated'
import type { Viewer } from '@/core/viewer'
import { canEditActor } from '@/modules/actors/actor.policy'
import { findContesters } from '@/modules/curation/contest.queries'
import { canReadRevisions } from '@/modules/curation/proposal.policy'
import { hasSuccession } from '@/modules/curation/succession.queries'
import { canRehome } from '@/modules/curation/custody.policy'
import { findClaimants } from '@/modules/curation/custody.queries'
import { canEditRelation } from '@/modules/relations/relation.policy'
import { canSuggest } from '@/modules/curation/suggestion.policy'
import { StillTrue } from '@/modules/curation/ui/still-true.client'
import { canVerify } from '@/modules/curation/verification.policy'
import { ClientTexts } from '@/ui/client-texts'
import { DeedLink } from '@/ui/deed-link'
import { Toast } from '@/ui/toast'

/** What the deeds of a record's page are judged by. */
type DeedRecord = {
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
export async function RecordDeeds({
  viewer,
  record,
  done,
}: {
  viewer: Viewer | null
  record: DeedRecord
  /** The deed that led back here, from the address. */
  done?: string | null
}) {
  const t = await getTranslations('deeds')
  const desk = `/desk/${record.kind}s/${record.id}`
  const hasHeir = record.kind === 'actor' && (await hasSuccession(viewer, record))
  const mayRehome = canRehome(viewer) || (await findClaimants(viewer, record.kind, record)).length > 0
  const mayContest = record.kind === 'relation' && (await findContesters(viewer, record)).length > 0
  return (
    <>
      {mayEdit[record.kind](viewer, record) && (
        <DeedLink deed="edit" href={desk}>
          {t('edit')}
        </DeedLink>
      )}
      {canVerify(viewer, record) && (
        <ClientTexts namespaces={['verification', 'errors', 'ui']}>
          <StillTrue record={record} />
        </ClientTexts>
      )}
      {canReadRevisions(viewer, record) && (
        <DeedLink deed="history" href={`${desk}/history`}>
          {t('history')}
        </DeedLink>
      )}
      {mayContest && (
        <DeedLink deed="contest" href={`${desk}/contest`}>
          {t('contest')}
        </DeedLink>
      )}
      {canSuggest(record) && (
        <DeedLink deed="suggest" href={`/${record.kind}s/${record.slug}/suggest`}>
          {t('suggest')}
        </DeedLink>
      )}
      {record.kind === 'actor' && record.status === 'published' && record.visibility === 'public' && (
        <DeedLink deed="network" href={`/network?actor=${record.slug}&steps=1`}>
          {t('network')}
        </DeedLink>
      )}
      {hasHeir && (
        <DeedLink deed="succession" href={`/desk/succession/${record.id}`}>
          {t('succession')}
        </DeedLink>
      )}
      {mayRehome && (
        <DeedLink deed="custody" href={`/desk/custody/${record.kind}/${record.id}`}>
          {t('custody')}
        </DeedLink>
      )}
      {done === 'verified' && <Toast>{t('done.verified')}</Toast>}
    </>
  )
}
