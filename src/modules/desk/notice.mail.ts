import { digestStopPurpose } from '@/modules/desk/notice.schema'
import type { DueUser } from '@/modules/desk/notice.queries'
import type { Mail } from '@/platform/mail'

const quarter = 90 * 24 * 60

/** What happened since the last one, and how to stop it. One a day at most, whoever asks twice. */
export const digestMail = ({ id, email, locale, rhythm }: DueUser, count: number, lines: readonly string[]): Mail => ({
  template: 'desk.digest',
  to: email,
  locale,
  parameters: {
    count,
    rhythm,
    news: [...lines, ...(count > lines.length ? ['…'] : [])].map((line) => `– ${line}`).join('\n'),
  },
  link: { path: '/desk' },
  unsubscribe: { purpose: digestStopPurpose, subject: { userId: id }, path: '/api/mail/stop', minutes: quarter },
  once: `digest ${id} ${new Date().toISOString().slice(0, 10)}`,
})
