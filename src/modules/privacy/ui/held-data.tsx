import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { dateText } from '@/core/date-text'
import { languageName } from '@/core/language'
import { inLanguage } from '@/core/localized'
import { Link } from '@/i18n/navigation'
import { personStateOf } from '@/modules/persons/person.schema'
import type { OwnData } from '@/modules/privacy/own-data.schema'
import { Badge } from '@/ui/badge'
import { type Fact, Facts } from '@/ui/facts'
import { Section } from '@/ui/section'

type Entry = OwnData['persons'][number]
const tones = { internal: 'quiet', waiting: 'warn', public: 'ok', objected: 'bad' } as const

/** All that is held about one address; `deeds` are what may be done with an entry. */
export function HeldData({ held, deeds }: { held: OwnData; deeds: (entry: Entry) => ReactNode }) {
  const t = useTranslations('privacy.own')
  const kinds = useTranslations('privacy.request.kinds')
  const states = useTranslations('privacy.queue.state')
  const locale = useLocale()
  const day = (at: Date) => dateText(locale, at, 'day')
  const isEmpty =
    held.persons.length + held.suggestions.length + held.requests.length + held.traces.length === 0 && !held.hasAccount
  return (
    <>
      {isEmpty && <p className="text-base">{t('nothing')}</p>}
      {held.persons.map((entry) => (
        <Section key={entry.id} title={t('entry', { actor: entry.actor.name })}>
          <HeldEntry entry={entry} />
          {deeds(entry)}
        </Section>
      ))}
      {held.hasAccount && <Section title={t('account')}>{t('accountBody')}</Section>}
      {held.requests.length > 0 && (
        <Section title={t('requests')}>
          <Lines
            lines={held.requests.map(({ createdAt, kind, state, answer }) =>
              [day(createdAt), kinds(kind), states(state), answer]
                .filter((part) => part !== null && part !== '')
                .join(', '),
            )}
          />
        </Section>
      )}
      {held.suggestions.length > 0 && (
        <Section title={t('suggestions')}>
          <Lines
            lines={held.suggestions.map(({ createdAt, message }) =>
              [day(createdAt), message].filter(Boolean).join(', '),
            )}
          />
        </Section>
      )}
      {held.mails.length > 0 && (
        <Section title={t('mails')}>
          <Lines
            lines={held.mails.map(({ createdAt, sentAt }) =>
              sentAt === null ? t('mailWaiting', { day: day(createdAt) }) : t('mailSent', { day: day(sentAt) }),
            )}
          />
        </Section>
      )}
      {held.traces.length > 0 && (
        <Section title={t('traces')}>
          <p className="mb-2 text-sm text-ink-2">{t('tracesBody')}</p>
          <Lines lines={held.traces.map(({ where, count }) => t(`where.${where}`, { count }))} />
        </Section>
      )}
    </>
  )
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="text-md">
      {lines.map((line, index) => (
        <li key={index} className="border-b border-rule py-2 wrap-break-word">
          {line}
        </li>
      ))}
    </ul>
  )
}

function HeldEntry({ entry }: { entry: Entry }) {
  const t = useTranslations('privacy.own')
  const form = useTranslations('persons.form')
  const list = useTranslations('persons.list')
  const locale = useLocale()
  const day = (at: Date) => dateText(locale, at, 'day')
  const role = entry.role && inLanguage(entry.role, locale)
  const state = personStateOf(entry)
  const isDeed = (action: string) =>
    (['create-person', 'change-person', 'correct-person', 'object-person'] as const).find((known) => known === action)
  const facts: Fact[] = [
    { label: form('name'), value: entry.name },
    ...(role === null ? [] : [{ label: form('role'), value: <span lang={role.language}>{role.value}</span> }]),
    { label: form('email'), value: entry.email },
    ...(entry.phone === null ? [] : [{ label: form('phone'), value: entry.phone }]),
    { label: form('legalBasis'), value: form(`legal.${entry.legalBasis}`) },
    { label: t('publication'), value: form(`publication.${entry.publicationBasis ?? 'none'}`) },
    ...(entry.source === null ? [] : [{ label: form('source'), value: entry.source }]),
    { label: form('locale'), value: languageName(entry.locale, locale) },
    { label: form('retainUntil'), value: day(entry.retainUntil) },
    { label: t('state'), value: <Badge tone={tones[state]}>{list(`state.${state}`)}</Badge> },
    ...(entry.noticeSentOn === null ? [] : [{ label: t('noticeSent'), value: day(entry.noticeSentOn) }]),
    {
      label: t('deeds'),
      value: entry.deeds
        .flatMap(({ action, at }) => {
          const known = isDeed(action)
          return known === undefined ? [] : [`${day(at)}: ${t(`deed.${known}`)}`]
        })
        .join(' · '),
    },
  ]
  return (
    <>
      {entry.actor.slug !== null && (
        <p className="mb-2 text-sm">
          <Link href={`/actors/${entry.actor.slug}`} prefetch={false}>
            {t('openActor')}
          </Link>
        </p>
      )}
      <Facts facts={facts} />
    </>
  )
}
