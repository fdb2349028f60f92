import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { inLanguage } from '@/core/localized'
import { type ActorDetail, shownNameOf } from '@/modules/actors/actor.schema'
import { ActorFacts } from '@/modules/actors/ui/actor-facts'
import { ActorHead } from '@/modules/actors/ui/actor-head'
import { ActorStrip } from '@/modules/actors/ui/actor-strip'
import { ActorRelations } from '@/modules/relations/ui/actor-relations'
import { CountryChart } from '@/modules/relations/ui/country-chart'
import { RelationMap, type ShownLine } from '@/modules/relations/ui/relation-map'
import type { RelationFigures, ShownList } from '@/modules/relations/ui/shown-list'
import { TypeChart } from '@/modules/relations/ui/type-chart'
import { kindLook } from '@/ui/kind-look'
import { TextInLanguage } from '@/ui/text-in-language'

/** The page of an actor, as in the shot `actor`: head, figures, relations, map, charts, facts. */
export function ActorSheet({
  actor,
  deeds,
  nutsName,
  sectors,
  list,
  figures,
  lines,
  contacts,
  files,
}: {
  actor: ActorDetail
  /** The row of what this viewer may do with the record. */
  deeds: ReactNode
  nutsName: string | null
  sectors: readonly string[]
  list: ShownList
  figures: RelationFigures
  lines: readonly ShownLine[]
  /** Contact persons, under the facts. */
  contacts: ReactNode
  /** Its files, under the relations; null when there are none. */
  files: ReactNode
}) {
  const t = useTranslations('actors.page')
  const locale = useLocale()
  const name = shownNameOf(actor, locale)
  const texts = [
    { title: null, text: actor.description },
    { title: t('offers'), text: actor.offers },
    { title: t('seeks'), text: actor.seeks },
  ]
  return (
    <>
      <ActorHead actor={actor} name={name} deeds={deeds} />
      <ActorStrip
        actor={actor}
        figures={{
          relations: figures.total,
          active: figures.byState.active ?? 0,
          countries: figures.byCountry.length,
          held: figures.held,
          usable: figures.usable,
        }}
      />
      <div className="grid gap-x-13 gap-y-6 frame:grid-cols-[minmax(0,1fr)_23.75rem]">
        <div className="min-w-0 max-frame:contents">
          <div className="max-frame:order-1">
            {texts.map(
              ({ title, text }) =>
                text !== null && (
                  <div key={title} className="mb-5">
                    {title !== null && <h2 className="mb-1 text-lg font-semibold">{title}</h2>}
                    <TextInLanguage text={inLanguage(text, locale)} />
                  </div>
                ),
            )}
          </div>
          <div className="min-w-0 max-frame:order-3">
            <ActorRelations actor={actor} name={name.value} list={list} figures={figures} />
            {files}
          </div>
        </div>
        <aside className="max-frame:contents" aria-label={t('aside')}>
          <div className="max-frame:order-2">
            <RelationMap
              label={t('map', { name: name.value, count: lines.length })}
              centre={actor.longitude === null || actor.latitude === null ? null : [actor.longitude, actor.latitude]}
              color={kindLook[actor.kind].className}
              lines={lines}
              href={`/map?actor=${actor.slug}`}
            />
          </div>
          <div className="flex flex-col gap-7 max-frame:order-4 frame:mt-7">
            <TypeChart byType={figures.byType} />
            <CountryChart byCountry={figures.byCountry} />
            <section aria-labelledby="facts">
              <h2 id="facts" className="mb-1 text-md font-semibold">
                {t('facts')}
              </h2>
              <ActorFacts actor={actor} nutsName={nutsName} sectors={sectors} />
            </section>
            {contacts}
          </div>
        </aside>
      </div>
    </>
  )
}
