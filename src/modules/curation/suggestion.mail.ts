import { pathOfKind, type SuggestibleKind } from '@/modules/curation/suggestion.schema'
import type { Mail } from '@/platform/mail'

/** Nothing that the sender wrote stands in it: a form that mails a stranger's words is a machine for sending them. */
export const confirmSuggestionMail = (asked: { id: string; to: string; locale: string; name: string }): Mail => ({
  template: 'curation.confirmSuggestion',
  to: asked.to,
  locale: asked.locale,
  parameters: { name: asked.name },
  link: { purpose: 'suggestion', subject: { suggestion: asked.id }, path: '/suggestions', minutes: 7 * 24 * 60 },
})

const decided = {
  accepted: { template: 'curation.suggestionAccepted' },
  declined: { template: 'curation.suggestionDeclined' },
} as const

/** What became of a suggestion, in its sender's language. */
export const decidedMail = (
  state: 'accepted' | 'declined',
  said: {
    to: string
    locale: string
    name: string
    kind: SuggestibleKind
    record: { slug: string } | null
    answer: string | undefined
  },
): Mail => ({
  ...decided[state],
  to: said.to,
  locale: said.locale,
  parameters: {
    name: said.name,
    answer: said.answer ?? '',
    ...(state === 'accepted' && { answered: said.answer === undefined ? 'no' : 'yes' }),
  },
  ...(said.record !== null && { link: { path: `/${pathOfKind[said.kind]}/${said.record.slug}` } }),
})
