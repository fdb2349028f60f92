import { isoDay } from '@/core/blank'
import { csvRow, csvStart } from '@/core/csv'
import { locales } from '@/core/localized'
import type { Contact } from '@/modules/privacy/contact.schema'

const columns = [
  ...['actor', 'actor_slug', 'territory', 'name', ...locales.map((code) => `role@${code}`), 'email', 'phone'],
  ...['legal_basis', 'publication_basis', 'source', 'language', 'notice_sent_on', 'retain_until', 'id'],
]

const day = (at: Date | null) => at && isoDay(at)

/** Contact persons as a file for people. */
export const contactsToCsv = (contacts: readonly Contact[]): string =>
  csvStart +
  csvRow(columns) +
  contacts
    .map((contact) =>
      csvRow([
        ...[contact.actor.name, contact.actor.slug, contact.actor.territory, contact.name],
        ...locales.map((code) => contact.role?.texts[code]?.value),
        ...[contact.email, contact.phone, contact.legalBasis, contact.publicationBasis, contact.source, contact.locale],
        ...[day(contact.noticeSentOn), day(contact.retainUntil), contact.id],
      ]),
    )
    .join('')
