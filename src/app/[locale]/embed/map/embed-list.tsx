import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { countryName } from '@/core/country'
import type { FlowsScene, RegionsScene, Scene } from '@/modules/map/scene.queries'
import { labelIn } from '@/modules/map/ui/label-in'
import { EmbedRow } from './embed-row'

/** What the embedded map shows, as a list that opens over it: for who does not see or use the map. */
export function EmbedList({ scene }: { scene: Exclude<Scene, FlowsScene | RegionsScene> }) {
  const t = useTranslations('map')
  const taxonomy = useTranslations('taxonomy')
  const format = useFormatter()
  const locale = useLocale()
  const total = scene.kind === 'relation' ? scene.relation.parties.length : scene.page.total
  const shown = scene.kind === 'relation' ? total : scene.page.rows.length
  return (
    <details data-popover className="static">
      <summary className="inline-flex min-h-8 items-center text-link underline underline-offset-[.18em]">
        {scene.kind === 'actors'
          ? t('count.allPlain', { count: total })
          : scene.kind === 'actor'
            ? t('embed.relations', { count: total })
            : t('parties', { count: total })}
      </summary>
      <div className="absolute inset-x-0 bottom-full z-20 max-h-[70dvh] overflow-y-auto border-y border-rule bg-paper px-4 py-2 shadow-float">
        {scene.kind !== 'actors' && (
          <h2 className="py-1 font-semibold">
            {scene.kind === 'actor' ? labelIn(scene.actor, locale).value : taxonomy(`type.${scene.relation.type}`)}
          </h2>
        )}
        <ol className="divide-y divide-rule">
          {scene.kind === 'actors' &&
            scene.page.rows.map((actor) => (
              <EmbedRow
                key={actor.id}
                href={`/actors/${actor.slug}`}
                name={actor.name.value}
                language={actor.name.language}
              >
                {[taxonomy(`kind.${actor.kind}`), actor.city, countryName(actor.country, locale)]
                  .filter(Boolean)
                  .join(', ')}
              </EmbedRow>
            ))}
          {scene.kind === 'actor' &&
            scene.page.rows.map((relation) => (
              <EmbedRow
                key={relation.id}
                href={`/relations/${relation.slug}`}
                name={format.list(
                  relation.parties
                    .filter((party) => party.actor?.id !== scene.actor.id)
                    .slice(0, 3)
                    .map((party) => party.name.value || countryName(party.country, locale)),
                )}
              >
                {[taxonomy(`type.${relation.type}`), taxonomy(`state.${relation.state}`), relation.started?.slice(0, 4)]
                  .filter(Boolean)
                  .join(', ')}
              </EmbedRow>
            ))}
          {scene.kind === 'relation' &&
            scene.relation.parties.map((party, index) => (
              <EmbedRow
                key={index}
                href={party.actor === null ? `/relations/${scene.relation.slug}` : `/actors/${party.actor.slug}`}
                name={party.name.value || countryName(party.country, locale)}
              >
                {countryName(party.country, locale)}
              </EmbedRow>
            ))}
        </ol>
        {total > shown && <p className="py-1.5 text-ink-2">{t('embed.rest', { count: total - shown })}</p>}
      </div>
    </details>
  )
}
