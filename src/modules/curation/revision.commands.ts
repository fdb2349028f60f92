import { AppError, requireThat } from '@/core/app-error'
import type { Viewer } from '@/core/viewer'
import { canRestoreRevision } from '@/modules/curation/proposal.policy'
import { contentOfVersion } from '@/modules/curation/revision.queries'
import type { RestoreVersion } from '@/modules/curation/revision.schema'
import { saveCurated } from '@/modules/curation/versioned-record.commands'
import { getCurated } from '@/modules/curation/versioned-record.queries'
import type { Saved } from '@/platform/curated'

/**
 * Gives a record back what an older version said, as a new version: history is never rewritten. Throws `conflict` when
 * somebody saved meanwhile, `invalid` when the old text is none of today's form or names what is gone.
 */
export async function restoreVersion(viewer: Viewer | null, { kind, id, version, to }: RestoreVersion): Promise<Saved> {
  const present = await getCurated(viewer, kind, id)
  requireThat(viewer !== null && canRestoreRevision(viewer, present), viewer)
  const content = await contentOfVersion(kind, id, to)
  if (typeof content !== 'object' || content === null) throw new AppError('not-found', 'notFound')
  const save = { id, version, status: present.status, content: { ...content } }
  return saveCurated(viewer, kind, save, { action: 'restore_version' })
}
