import { type Localized, inLanguage } from '@/core/localized'
import type { Remark } from '@/modules/rounds/outcome.schema'
import type { Mail } from '@/platform/mail'

type Reader = { id: string; email: string; locale: string }
type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string

/** What was done with the remarks of one reviewer on one practice, all of them answered; told once. */
export function answeredMail(
  reader: Reader,
  about: {
    roundId: string
    practiceId: string
    title: Localized
    round: Localized
    group: { slug: string }
    remarks: readonly Remark[]
  },
  words: Words,
): Mail {
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
    link: { path: `/desk/group/${about.group.slug}/rounds/${about.roundId}/results/${about.practiceId}` },
    once: `rounds.answered:${about.roundId}:${about.practiceId}:${reader.id}`,
  }
}
