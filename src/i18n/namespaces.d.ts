// Written by scripts/message-types.mjs; commit it.
import type { Locale } from './routing'

declare module 'next-intl' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- only an interface can be extended
  interface AppConfig {
    Locale: Locale
    Messages: {
      about: typeof import('../../messages/en/about.json')
      accounts: typeof import('../../messages/en/accounts.json')
      actorForm: typeof import('../../messages/en/actorForm.json')
      actors: typeof import('../../messages/en/actors.json')
      admin: typeof import('../../messages/en/admin.json')
      apiKeys: typeof import('../../messages/en/apiKeys.json')
      bulk: typeof import('../../messages/en/bulk.json')
      codes: typeof import('../../messages/en/codes.json')
      contest: typeof import('../../messages/en/contest.json')
      custody: typeof import('../../messages/en/custody.json')
      data: typeof import('../../messages/en/data.json')
      deeds: typeof import('../../messages/en/deeds.json')
      desk: typeof import('../../messages/en/desk.json')
      duplicates: typeof import('../../messages/en/duplicates.json')
      errors: typeof import('../../messages/en/errors.json')
      filters: typeof import('../../messages/en/filters.json')
      form: typeof import('../../messages/en/form.json')
      help: typeof import('../../messages/en/help.json')
      history: typeof import('../../messages/en/history.json')
      layout: typeof import('../../messages/en/layout.json')
      mail: typeof import('../../messages/en/mail.json')
      'mail-accounts': typeof import('../../messages/en/mail-accounts.json')
      'mail-curation': typeof import('../../messages/en/mail-curation.json')
      'mail-desk': typeof import('../../messages/en/mail-desk.json')
      'mail-persons': typeof import('../../messages/en/mail-persons.json')
      'mail-privacy': typeof import('../../messages/en/mail-privacy.json')
      'mail-security': typeof import('../../messages/en/mail-security.json')
      map: typeof import('../../messages/en/map.json')
      network: typeof import('../../messages/en/network.json')
      notice: typeof import('../../messages/en/notice.json')
      ownAccount: typeof import('../../messages/en/ownAccount.json')
      persons: typeof import('../../messages/en/persons.json')
      privacy: typeof import('../../messages/en/privacy.json')
      problem: typeof import('../../messages/en/problem.json')
      proposals: typeof import('../../messages/en/proposals.json')
      relationForm: typeof import('../../messages/en/relationForm.json')
      relations: typeof import('../../messages/en/relations.json')
      search: typeof import('../../messages/en/search.json')
      searchBox: typeof import('../../messages/en/searchBox.json')
      session: typeof import('../../messages/en/session.json')
      succession: typeof import('../../messages/en/succession.json')
      suggestion: typeof import('../../messages/en/suggestion.json')
      taxonomy: typeof import('../../messages/en/taxonomy.json')
      territories: typeof import('../../messages/en/territories.json')
      territoryForm: typeof import('../../messages/en/territoryForm.json')
      ui: typeof import('../../messages/en/ui.json')
      users: typeof import('../../messages/en/users.json')
      verification: typeof import('../../messages/en/verification.json')
    }
  }
}
