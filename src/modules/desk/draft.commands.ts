import { requireThat } from '@/core/app-error'
import type { FormFields } from '@/core/form-fields'
import { storable } from '@/core/form-values'
import type { Viewer } from '@/core/viewer'
import { canKeepDraft } from '@/modules/desk/draft.policy'
import type { DraftKey } from '@/modules/desk/draft.schema'
import { dropFormDraft, keepFormDraft } from '@/platform/form-draft'

/** Keeps an unsent form, private to the viewer, without judging it. Returns when. */
export async function keepDraft(viewer: Viewer | null, key: DraftKey, fields: FormFields): Promise<Date> {
  requireThat(canKeepDraft(viewer), viewer)
  const { form, recordId, base } = key
  const { intent: _intent, seen: _seen, take: _take, ...typed } = fields
  const payload = Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, storable(value)]))
  return keepFormDraft({ userId: viewer.userId, form, recordId }, { payload, baseVersion: base })
}

/** Throws an unsent form of the viewer's own away. */
export async function dropDraft(viewer: Viewer | null, key: Pick<DraftKey, 'form' | 'recordId'>): Promise<void> {
  requireThat(canKeepDraft(viewer), viewer)
  await dropFormDraft({ userId: viewer.userId, form: key.form, recordId: key.recordId })
}
