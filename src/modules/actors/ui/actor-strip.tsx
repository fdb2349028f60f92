import { useFormatter, useTranslations } from 'next-intl'
import { Link } from '@/i18n/navigation'
import type { ActorDetail } from '@/modules/actors/actor.schema'
import { FactStrip } from '@/ui/fact-strip'
import { Seal } from '@/ui/seal'

/** Freshness, curator, and the figures of an actor's public international relations. */
export function ActorStrip({
  actor,
  figures,
}: {
  actor: Pick<ActorDetail, 'verifiedAt' | 'territory' | 'demo'>
  figures: { relations: number; active: number; countries: number; held: number; usable: number }
}) {
  const t = useTranslations('actors.strip')
  const format = useFormatter()
  return (
    <FactStrip
      facts={[
        {
          label: t('freshness'),
          value: <Seal verifiedAt={actor.verifiedAt} />,
          note: actor.verifiedAt === null ? t(actor.demo ? 'demo' : 'neverConfirmed') : undefined,
        },
        {
          label: t('curated'),
          wideOnly: true,
          value:
            actor.territory === null ? (
              t('commons')
            ) : (
              <Link href={`/territories/${actor.territory.slug}`} prefetch={false}>
                {actor.territory.name}
              </Link>
            ),
          note: actor.territory === null ? t('commonsNote') : t('coordinator'),
        },
        {
          label: t('relations'),
          isFigure: true,
          value: format.number(figures.relations),
          note: t('relationsNote', { countries: figures.countries, active: figures.active }),
        },
        {
          label: t('holder'),
          isFigure: true,
          value: format.number(figures.held),
          note: t('holderNote', { count: figures.usable }),
        },
      ]}
    />
  )
}
