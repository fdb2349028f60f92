import { newId } from '@/core/id'
import { digestStopPurpose } from '@/modules/desk/notice.schema'
import { db } from '@/platform/db'
import { issueToken } from '@/platform/mailed-token'
import type { Door } from '../door'

const people = '0XRECA'

/** The link of a digest of somebody new. */
async function digestLink(): Promise<string> {
  const userId = newId()
  const email = `zzdigest${userId}@example.eu`
  await db.user.create({ data: { id: userId, email, name: 'Somebody' } })
  return issueToken(db, { purpose: digestStopPurpose, subject: { userId }, email, locale: 'it', minutes: 60 })
}

export const doors: readonly Door[] = [
  { door: 'page /[locale]/desk', may: 'RECA', who: people, why: 'Reviewers are sent on to their group.' },
  {
    door: 'page /[locale]/desk/tasks/[section]',
    may: 'ECA',
    who: people,
    at: () => '/it/desk/tasks/drafts',
  },
  {
    door: 'action desk/draft.actions#discardDraft',
    may: 'ECA',
    who: people,
    sends: () => ({ form: 'actor', recordId: newId() }),
  },
  {
    door: 'route POST /api/drafts/:form/:recordId',
    may: 'ECA',
    at: () => `/api/drafts/actor/${newId()}`,
    sends: () => ({ name: 'A draft' }),
    as: 'form',
  },
  { door: 'mail desk.digest', may: '', why: 'To the address of the account alone.' },
  { door: 'page /[locale]/desk/news', may: 'ECA', who: people },
  { door: 'action desk/notice.actions#markRead', may: 'RECA', who: people, why: 'The own news alone.' },
  {
    door: 'page /[locale]/digest/[token]',
    may: '',
    denied: 'hidden',
    who: people,
    at: () => `/it/digest/${'x'.repeat(22)}`,
  },
  {
    door: 'action desk/notice.actions#stopDigestHere',
    may: people,
    who: people,
    sends: async () => ({ token: await digestLink() }),
    why: 'The link is the right.',
  },
  {
    door: 'route POST /api/mail/stop/:token',
    may: '0XKWRECA',
    at: () => `/api/mail/stop/${'x'.repeat(22)}`,
    why: 'The link is the right; one that was used says the same.',
  },
  {
    door: 'route GET /api/mail/stop/:token',
    may: '0XKWRECA',
    at: () => `/api/mail/stop/${'x'.repeat(22)}`,
    why: 'Leads to the page with the button.',
  },
]
