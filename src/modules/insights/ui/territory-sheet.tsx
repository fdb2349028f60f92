import { useLocale, useTranslations } from 'next-intl'
import type { Page } from '@/core/page'
import { Link } from '@/i18n/navigation'
import type { ActorSummary } from '@/modules/actors/actor.schema'
import { ActorTable } from '@/modules/actors/ui/actor-table'
import type { TerritoryFigures as Figures } from '@/modules/insights/territory-figures.schema'
import { TerritoryCharts } from '@/modules/insights/ui/territory-charts'
import { TerritoryFigures } from '@/modules/insights/ui/territory-figures'
import { TerritoryLead } from '@/modules/insights/ui/territory-lead'
import type { RelationSummary } from '@/modules/relations/relation.schema'
import { InstitutionalTable } from '@/modules/relations/ui/institutional-table'
import { RelationMap, type ShownLine } from '@/modules/relations/ui/relation-map'
import { RelationTable } from '@/modules/relations/ui/relation-table'
import type { TerritoryDetail } from '@/modules/territories/territory.schema'
import { TerritoryFacts } from '@/modules/territories/ui/territory-facts'
import { TerritoryHead } from '@/modules/territories/ui/territory-head'
import { dateText } from '@/core/date-text'
import { SealKey } from '@/ui/seal-key'
import { Section } from '@/ui/section'

/** The profile of a territory, as in the shot `territory`: it can be printed and defended in a council. */
export function TerritorySheet({
  territory,
  today,
  figures,
  lines,
  boundary,
  institutional,
  others,
  actors,
}: {
  territory: TerritoryDetail
  today: Date
  figures: Figures
  lines: readonly ShownLine[]
  boundary: readonly (readonly (readonly (readonly number[])[])[])[] | null
  institutional: Page<RelationSummary>
  others: Page<RelationSummary>
  actors: Page<ActorSummary>
}) {
  const t = useTranslations('territories.page')
  const locale = useLocale()
  const { name, slug, country, longitude, latitude } = territory
  const all = (path: string, words: string) => (
    <p data-screen-only className="mt-3 text-sm">
      <Link href={path} prefetch={false}>
        {words}
      </Link>
    </p>
  )
  return (
    <>
      <TerritoryHead territory={territory} today={today} />
      <TerritoryFigures figures={figures} />
      <div className="my-6 print:my-2.5">
        <TerritoryLead name={name} figures={figures} />
      </div>
      <TerritoryCharts
        figures={figures}
        map={
          <RelationMap
            label={t('map', { name, count: lines.length })}
            centre={longitude === null || latitude === null ? null : [longitude, latitude]}
            lines={lines}
            size={[544, 272]}
            {...(boundary !== null && { boundary })}
            href={`/map?territory=${slug}`}
          />
        }
      />
      {institutional.total > 0 && (
        <Section title={t('institutional')} id="institutional">
          <InstitutionalTable rows={institutional.rows} caption={t('institutionalOf', { name })} country={country} />
          <p className="mt-2 text-xs text-ink-2">
            {t('rows', { shown: institutional.rows.length, count: institutional.total })}
          </p>
          {all(
            `/relations?territory=${slug}&group=institutional&sort=started`,
            t('allInstitutional', { count: institutional.total }),
          )}
        </Section>
      )}
      {others.total > 0 && (
        <div className="print:hidden">
          <Section title={t('others')} id="others">
            <RelationTable rows={others.rows} caption={t('othersOf', { name })} />
            {all(`/relations?territory=${slug}`, t('allRelations', { count: figures.relations.total }))}
          </Section>
        </div>
      )}
      {actors.total > 0 && (
        <div className="print:hidden">
          <Section title={t('actors')} id="actors">
            <ActorTable rows={actors.rows} caption={t('actorsOf', { name })} />
            {all(`/actors?territory=${slug}`, t('allActors', { count: actors.total }))}
          </Section>
        </div>
      )}
      <TerritoryFacts territory={territory} />
      <div className="mt-8 flex flex-wrap justify-between gap-x-6 gap-y-2 border-t border-rule pt-3 print:mt-2 print:pt-2">
        <p className="text-xs text-ink-2 print:text-[10px]">
          {t('foot', { name, date: dateText(locale, today, 'day', territory.timeZone) })}
        </p>
        <SealKey />
      </div>
    </>
  )
}
