import { Plus, UserRound } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { inLanguage } from '@/core/localized'
import { Link } from '@/i18n/navigation'
import { type PersonEntry, personStateOf } from '@/modules/persons/person.schema'
import { Badge } from '@/ui/badge'
import { dateText } from '@/core/date-text'
import { LinkButton } from '@/ui/link-button'
import { Section } from '@/ui/section'

const tones = { internal: 'quiet', waiting: 'warn', public: 'ok', objected: 'bad' } as const

/** The contact persons of an actor on its desk page, with what they wait for. */
export function PersonList({ actorId, persons }: { actorId: string; persons: readonly PersonEntry[] }) {
  const t = useTranslations('persons.list')
  const locale = useLocale()
  const path = `/desk/actors/${actorId}/persons`
  return (
    <Section id="persons" title={t('title')}>
      <p className="mb-3 max-w-[66ch] text-sm text-ink-2">{t('lead')}</p>
      <ul className="max-w-[45rem]">
        {persons.map((person) => {
          const state = personStateOf(person)
          const role = person.role && inLanguage(person.role, locale)
          return (
            <li key={person.id} className="flex flex-wrap items-start gap-x-3.5 gap-y-1.5 border-b border-rule py-3">
              <UserRound className="mt-0.5 size-5 flex-none text-ink-3" aria-hidden />
              <span className="min-w-0 flex-1 basis-60">
                <Link href={`${path}/${person.id}`} prefetch={false} className="font-semibold wrap-break-word">
                  {person.name}
                </Link>
                {role !== null && (
                  <span className="block text-sm text-ink-2" lang={role.language}>
                    {role.value}
                  </span>
                )}
                <span className="block text-sm wrap-break-word text-ink-2">
                  {[person.email, person.phone].filter((part) => part !== null).join(', ')}
                </span>
                <span className="block text-sm text-ink-3">
                  {t('until', { day: dateText(locale, person.retainUntil, 'day') })}
                </span>
              </span>
              <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>
            </li>
          )
        })}
      </ul>
      {persons.length === 0 && <p className="mb-3 text-sm text-ink-2">{t('none')}</p>}
      <div className="mt-3">
        <LinkButton href={`${path}/new`} icon={<Plus aria-hidden />}>
          {t('add')}
        </LinkButton>
      </div>
    </Section>
  )
}
