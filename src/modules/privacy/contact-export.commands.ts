import { AppError, requireThat } from '@/core/app-error'
import type { Viewer } from '@/core/viewer'
import { canExportPersons } from '@/modules/persons/person.policy'
import { findContacts } from '@/modules/privacy/contact-export.queries'
import type { Contact } from '@/modules/privacy/contact.schema'
import { db } from '@/platform/db'
import { takeFrom } from '@/platform/limits'

/** Contact persons for a file; the log keeps who took it, and of which territory. Throws `forbidden`, `not-found`, `limited`. */
export async function exportContacts(viewer: Viewer | null, territoryId: string | undefined): Promise<Contact[]> {
  requireThat(canExportPersons(viewer), viewer)
  if (territoryId !== undefined && !viewer.can('coordinator', territoryId)) throw new AppError('not-found', 'notFound')
  await takeFrom([{ deed: 'export', subject: viewer.userId, max: 10, minutes: 60 }])
  const contacts = await findContacts(viewer, territoryId)
  await db.auditEntry.create({
    data: { userId: viewer.userId, action: 'export-contacts', territoryId: territoryId ?? null, fields: [] },
  })
  return contacts
}
