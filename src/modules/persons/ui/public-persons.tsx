import { Mail } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { inLanguage } from '@/core/localized'
import type { PublicPerson } from '@/modules/persons/person.schema'
import { LinkButton } from '@/ui/link-button'

/** Who may be written to: name and role, never an address or a number. */
export function PublicPersons({ slug, persons }: { slug: string; persons: readonly PublicPerson[] }) {
  const t = useTranslations('persons.public')
  const locale = useLocale()
  if (persons.length === 0) return null
  return (
    <section aria-labelledby="contact-persons">
      <h2 id="contact-persons" className="mb-1 text-md font-semibold">
        {t('title')}
      </h2>
      <ul>
        {persons.map(({ id, name, role }) => {
          const said = role && inLanguage(role, locale)
          return (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-rule py-2.5"
            >
              <span className="min-w-0 wrap-break-word">
                {name}
                {said !== null && (
                  <span className="block text-sm text-ink-2" lang={said.language}>
                    {said.value}
                  </span>
                )}
              </span>
              <span data-screen-only>
                <LinkButton
                  href={`/actors/${slug}/write?to=${id}`}
                  size="small"
                  rel="nofollow"
                  icon={<Mail aria-hidden />}
                >
                  {t('write')}
                  <span className="sr-only">: {name}</span>
                </LinkButton>
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
