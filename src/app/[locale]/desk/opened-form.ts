import type { FormFields } from '@/core/form-fields'
import type { Viewer } from '@/core/viewer'
import { findDraft } from '@/modules/desk/draft.queries'
import type { DraftForm } from '@/modules/desk/draft.schema'
import type { OpenedForm } from '@/ui/form/use-record-form.client'

/**
 * A form as the viewer left it: what was typed and not sent comes first, then what was `proposed` and waits for a
 * coordinator, then what is stored. `stale`: what stands there now, where somebody saved since.
 */
export async function openForm(
  viewer: Viewer,
  form: DraftForm,
  record: { id: string; version: number | null; values: FormFields },
  proposed: { baseVersion: number | null; values: FormFields } | null = null,
): Promise<OpenedForm> {
  const draft = await findDraft(viewer, form, record.id)
  const { id, version } = record
  const kept = draft ?? proposed
  const seen = version === null || kept === null ? version : kept.baseVersion
  const stale = version !== null && seen !== version ? { version, values: record.values } : null
  return { id, version: seen, values: (kept ?? record).values, stale, keptAt: draft?.updatedAt ?? null }
}
