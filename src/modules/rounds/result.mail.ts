import { type Localized, inLanguage } from '@/core/localized'
import { entryLink } from '@/modules/rounds/entry.mail'
import type { Remark } from '@/modules/rounds/outcome.schema'
import type { Mail } from '@/platform/mail'

type Reader = { id: string; email: string; locale: string }
type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string

/**
 * What was done with the remarks of one reviewer on one practice, all of them answered; told once. The button opens their
 * own review, where it stands, too: also for whoever has left the group.
 */
export function answeredMail(
  reader: Reader,
  about: {
    roundId: string
    practiceId: string
    reviewId: string
    title: Localized
    round: Localized
    remarks: readonly Remark[]
  },
  words: Words,
): Mail {
  const now = new Date()
  const lines = about.remarks.flatMap(({ subject, text, answer }) => {
    if (answer === null) return []
    const why = answer.text === null ? '' : inLanguage(answer.text, reader.locale).value
    const subjectName = words(subject === 'general' ? 'result.general' : `criterion.${subject}`)
    const state = words(`result.answerState.${answer.state}`)
    return words('result.mailed', { subject: subjectName, text, state, hasWhy: why === '' ? 'no' : 'yes', why })
  })
  return {
    template: 'rounds.answered',
    to: reader.email,
    locale: reader.locale,
    parameters: {
      practice: inLanguage(about.title, reader.locale).value,
      round: inLanguage(about.round, reader.locale).value,
      answers: lines.join('\n\n'),
      count: lines.length,
    },
    link: entryLink({ roundId: about.roundId, reviewId: about.reviewId }, now, now),
    once: `rounds.answered:${about.roundId}:${about.practiceId}:${reader.id}`,
  }
}
