import { loadMessages } from '@/i18n/messages'
import { type DueRecord, languageOfBody } from '@/modules/curation/verification.schema'
import type { Mail } from '@/platform/mail'

const purpose = 'verify'
const linkDays = 60
const templates = {
  actor: { template: 'curation.stillTrueActor' },
  relation: { template: 'curation.stillTrueRelation' },
  practice: { template: 'curation.stillTruePractice' },
} as const

/** "Still true?", to the mailbox of the holder or of the actor itself, in its language. */
export async function stillTrueMail(
  record: DueRecord,
  asked: { requestId: string; to: string; isReminder?: boolean },
): Promise<Mail> {
  const locale = languageOfBody(record)
  const { taxonomy } = await loadMessages(locale)
  return {
    ...templates[record.kind],
    to: asked.to,
    locale,
    parameters: {
      name: record.name,
      holder: record.holder ?? record.name,
      type: record.type === null ? '' : taxonomy.type[record.type],
      started: record.started?.slice(0, 4) ?? 'none',
      reminder: asked.isReminder === true ? 'yes' : 'no',
    },
    link: { purpose, subject: { request: asked.requestId }, path: '/still-true', minutes: linkDays * 24 * 60 },
  }
}
