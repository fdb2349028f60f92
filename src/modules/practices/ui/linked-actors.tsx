import { useLocale, useTranslations } from 'next-intl'
import { countryName } from '@/core/country'
import { Link } from '@/i18n/navigation'
import type { ActorSummary } from '@/modules/actors/actor.schema'
import { Disc } from '@/ui/disc'

/** The actors without whom it would not work. */
export function LinkedActors({ actors }: { actors: readonly ActorSummary[] }) {
  const t = useTranslations('practices')
  const kind = useTranslations('taxonomy.kind')
  const locale = useLocale()
  return (
    <section aria-labelledby="actors">
      <h2 id="actors" className="mb-2 text-md font-semibold">
        {t('actors')}
      </h2>
      <ul className="flex flex-col gap-2">
        {actors.map((actor) => (
          <li key={actor.id} className="flex items-start gap-2.5">
            <Disc kind={actor.kind} size={22} label={kind(actor.kind)} />
            <span className="min-w-0">
              <Link
                href={`/actors/${actor.slug}`}
                prefetch={false}
                lang={actor.name.language === locale ? undefined : actor.name.language}
                className="wrap-break-word"
              >
                {actor.name.value}
              </Link>
              <span className="block text-sm text-ink-2">
                {[actor.city, countryName(actor.country, locale)].filter((part) => part !== null).join(', ')}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
