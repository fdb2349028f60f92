import type { FormFields } from '@/core/form-fields'
import type { Viewer } from '@/core/viewer'
import { findDraft } from '@/modules/desk/draft.queries'
import type { DraftForm } from '@/modules/desk/draft.schema'
import type { OpenedForm } from '@/ui/form/use-record-form.client'

/** A form as the viewer left it: what was typed and not sent comes before what is stored. */
export async function openForm(
  viewer: Viewer,
  form: DraftForm,
  record: { id: string; version: number; values: FormFields } | { id: string; version: null; values: FormFields },
): Promise<{ opened: OpenedForm; keptAt: Date | null }> {
  const draft = await findDraft(viewer, form, record.id)
  const { id, version, values } = record
  if (draft === null) return { opened: { id, version, values, stale: null }, keptAt: null }
  const isStale = version !== null && draft.baseVersion !== version
  return {
    opened: {
      id,
      version: version === null ? null : draft.baseVersion,
      values: draft.values,
      stale: isStale ? { version, values } : null,
    },
    keptAt: draft.updatedAt,
  }
}
