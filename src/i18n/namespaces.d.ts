// Written by scripts/message-types.mjs; commit it.
import type { Locale } from './routing'

declare module 'next-intl' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- only an interface can be extended
  interface AppConfig {
    Locale: Locale
    Messages: {
      about: typeof import('../../messages/en/about.json')
      accounts: typeof import('../../messages/en/accounts.json')
      errors: typeof import('../../messages/en/errors.json')
      notFound: typeof import('../../messages/en/notFound.json')
      taxonomy: typeof import('../../messages/en/taxonomy.json')
      ui: typeof import('../../messages/en/ui.json')
    }
  }
}
