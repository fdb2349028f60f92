import type { Localized } from '@/core/localized'
import { inLanguage } from '@/core/localized'
import type { NewPerson } from '@/modules/persons/person.schema'
import type { Mail } from '@/platform/mail'

/** The page of whoever reads a mailed link: what is held about their address, and what they may do with it. */
export const ownPageLink = (personId: string) => ({
  purpose: 'privacy.own',
  subject: { personId },
  path: '/privacy/own',
  minutes: 30 * 24 * 60,
})

/** The notice of art. 14: who holds what, from where, why, until when, the rights, and the link to object. */
export function noticeMail(
  person: NewPerson & { id: string; email: string },
  facts: { actor: string; controller: string | null; contact: string | null },
): Mail {
  return {
    template: 'persons.notice',
    to: person.email,
    locale: person.locale,
    parameters: {
      name: person.name,
      actor: facts.actor,
      role: roleIn(person.role, person.locale),
      hasRole: person.role === undefined ? 'no' : 'yes',
      hasPhone: person.phone === undefined ? 'no' : 'yes',
      basis: person.legalBasis,
      publication: person.publicationBasis ?? 'none',
      source: person.source,
      untilOn: person.retainUntil,
      hasController: facts.controller === null ? 'no' : 'yes',
      controller: facts.controller ?? '',
      hasContact: facts.contact === null ? 'no' : 'yes',
      contact: facts.contact ?? '',
    },
    link: ownPageLink(person.id),
  }
}

const roleIn = (role: Localized | undefined, locale: string) =>
  role === undefined ? '' : inLanguage(role, locale).value
