import { z } from 'zod'
import type { FormFields } from '@/core/form-fields'
import { fieldsOfPayload } from '@/core/form-payload'
import { groupAt, rowsAt, textAt } from '@/core/form-values'
import { isId } from '@/core/id'
import { type Page, type PageKey, timePart } from '@/core/page'
import type { Viewer } from '@/core/viewer'
import { type DraftForm, draftForm, type UnsentForm, unsentFormSchema } from '@/modules/desk/draft.schema'
import { db } from '@/platform/db'
import { olderThan, pageOf, totalOf } from '@/platform/list'

type Draft = { values: FormFields; baseVersion: number | null; updatedAt: Date }

/** What the viewer typed into this form and did not send; null when there is nothing. */
export async function findDraft(viewer: Viewer, form: DraftForm, recordId: string): Promise<Draft | null> {
  if (!isId(recordId)) return null
  const found = await db.formDraft.findUnique({
    where: { userId_form_recordId: { userId: viewer.userId, form, recordId } },
  })
  return found && { values: fieldsOfPayload(found.payload), baseVersion: found.baseVersion, updatedAt: found.updatedAt }
}

const unsentOf = (viewer: Viewer) => ({ userId: viewer.userId, form: { in: [...draftForm.options] } })

/** The viewer's unsent forms, last touched first, one page by key. */
export async function findUnsentForms(
  viewer: Viewer,
  page: { after?: PageKey | null; limit: number },
): Promise<Page<UnsentForm>> {
  const rows = await db.formDraft.findMany({
    where: { ...unsentOf(viewer), ...olderThan(page.after ?? null, 'updatedAt') },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    take: page.limit + 1,
  })
  return pageOf(
    rows.map((row) => ({ ...row, key: [timePart(row.updatedAt), row.id] })),
    page.limit,
    unsentFormOf,
    await totalOf(rows, page, () => db.formDraft.count({ where: unsentOf(viewer) })),
  )
}

const row = z.object({ form: draftForm, baseVersion: z.number().nullable(), payload: z.unknown() })

function unsentFormOf(raw: unknown): UnsentForm {
  const { form, baseVersion, payload } = row.parse(raw)
  const values = fieldsOfPayload(payload)
  const name = form === 'actor' ? textAt(values, 'name') : titleOrParties(values)
  return unsentFormSchema.parse({
    ...(typeof raw === 'object' ? raw : {}),
    isNew: baseVersion === null,
    name: name.trim() === '' ? null : name.trim().slice(0, 200),
    type: textAt(values, 'type') || null,
  })
}

/** The typed title, else the parties that were chosen or written so far. */
function titleOrParties(values: FormFields): string {
  const texts = Object.keys(groupAt(values, 'title.texts'))
  const title = textAt(values, `title.texts.${textAt(values, 'title.original')}.value`)
  if (title !== '') return title
  if (texts.length > 0) return textAt(values, `title.texts.${texts[0]}.value`)
  return rowsAt(values, 'parties')
    .map((row) => textAt(row, 'label') || textAt(row, 'new.name'))
    .filter((name) => name !== '')
    .slice(0, 4)
    .join(' – ')
}
