import { newId } from '@/core/id'
import { locales } from '@/core/localized'
import { db } from '@/platform/db'
import type { Door } from '../door'

const people = '0XRECA'

const inTheOcean = '{"type":"Polygon","coordinates":[[[-30,0],[-29,0],[-29,1],[-30,1],[-30,0]]]}'

/** A mail of the outbox in the state that lets its deed be done. */
async function mailWith(state: 'queued' | 'failed', template: string): Promise<string> {
  const id = newId()
  const parameters = { inviter: 'Ada', role: 'editor', place: 'Ownland', untilOn: '2030-01-01' }
  const link = { purpose: 'accounts.invitation', subject: {}, path: '/invitation', minutes: 60 }
  const mail = { id, template, state, recipient: `zzmail${id}@example.eu`, locale: 'it', parameters, link }
  await db.outboxMail.create({ data: mail })
  return id
}

export const doors: readonly Door[] = [
  { door: 'page /[locale]/admin', may: 'RECA', who: people },
  { door: 'page /[locale]/admin/outbox', may: 'A', who: people },
  {
    door: 'page /[locale]/admin/outbox/[id]',
    case: 'a mail that does not exist',
    may: '',
    unseenBy: 'A',
    who: people,
    at: () => `/it/admin/outbox/${newId()}`,
  },
  {
    door: 'action administration/outbox.actions#sendAgain',
    may: 'A',
    who: people,
    sends: async () => ({ id: await mailWith('failed', 'accounts.reset') }),
  },
  {
    door: 'action administration/outbox.actions#copyLink',
    may: 'A',
    who: people,
    sends: async () => ({ id: await mailWith('queued', 'accounts.invitation') }),
  },
  {
    door: 'action administration/outbox.actions#copyLink',
    case: 'of a reset',
    may: '',
    who: people,
    sends: async () => ({ id: await mailWith('queued', 'accounts.reset') }),
  },
  { door: 'page /[locale]/admin/audit', may: 'RECA', who: people },
  { door: 'route GET /api/admin/audit.csv', may: 'RECA' },
  { door: 'page /[locale]/admin/settings', may: 'A', who: people },
  { door: 'action administration/settings.actions#sendSettings', may: 'A', who: people },
  { door: 'page /[locale]/admin/codes', may: 'A', who: people },
  {
    door: 'action taxonomy/code-entry.actions#sendCode',
    may: 'A',
    who: people,
    sends: () => ({
      list: 'tag',
      code: 'circular_economy',
      ...Object.fromEntries(locales.map((locale) => [`label.${locale}`, 'Circular economy'])),
    }),
  },
  {
    door: 'action taxonomy/code-entry.actions#sendRetired',
    may: 'A',
    who: people,
    sends: () => ({ list: 'theme', code: 'water', isRetired: 'no' }),
  },
  { door: 'page /[locale]/admin/territories', may: 'CA', who: people },
  {
    door: 'page /[locale]/admin/territories/[slug]',
    case: 'own',
    may: 'CA',
    who: people,
    at: ({ territoryOf }) => `/it/admin/territories/${territoryOf.own?.slug}`,
  },
  {
    door: 'page /[locale]/admin/territories/[slug]',
    case: 'another',
    may: 'A',
    who: people,
    at: ({ territoryOf }) => `/it/admin/territories/${territoryOf.other?.slug}`,
  },
  ...(['own', 'other'] as const).map((place): Door => ({
    door: 'action territories/territory.actions#sendTerritoryFacts',
    case: place,
    may: place === 'own' ? 'CA' : 'A',
    who: people,
    sends: async ({ territoryOf }) => {
      const at = territoryOf[place]?.id ?? ''
      const { id, version } = await db.territory.findUniqueOrThrow({ where: { id: at } })
      return {
        ...{ id, version, 'name.original': 'it', 'name.texts.it.value': 'Terra', timeZone: 'Europe/Rome' },
        'languages[]': 'it',
      }
    },
  })),
  ...(['own', 'other'] as const).map((place): Door => ({
    door: 'action territories/territory.actions#sendTerritoryArea',
    case: place,
    may: 'A',
    who: people,
    sends: async ({ territoryOf }) => {
      const at = territoryOf[place]?.id ?? ''
      const { id, version, level, country } = await db.territory.findUniqueOrThrow({ where: { id: at } })
      return { id, version, level, country, boundary: inTheOcean }
    },
  })),
]
