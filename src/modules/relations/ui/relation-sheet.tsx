import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { inLanguage } from '@/core/localized'
import type { RelationDetail } from '@/modules/relations/relation.schema'
import { RelationFacts } from '@/modules/relations/ui/relation-facts'
import { RelationHead } from '@/modules/relations/ui/relation-head'
import { RelationMap, type ShownLine } from '@/modules/relations/ui/relation-map'
import { RelationParties } from '@/modules/relations/ui/relation-parties'
import { RelationStrip } from '@/modules/relations/ui/relation-strip'
import { kindLook } from '@/ui/kind-look'
import { OutLink } from '@/ui/out-link'
import { Section } from '@/ui/section'
import { TextInLanguage } from '@/ui/text-in-language'

/** The page of a relation: head, holder and seal, parties, evidence, map, facts. */
export function RelationSheet({
  relation,
  deeds,
  sectors,
  themes,
  lines,
  files,
}: {
  relation: RelationDetail
  /** The row of what this viewer may do with the record. */
  deeds: ReactNode
  sectors: readonly string[]
  themes: readonly string[]
  lines: readonly ShownLine[]
  /** Files that prove it; null when there are none. */
  files: ReactNode
}) {
  const t = useTranslations('relations.page')
  const locale = useLocale()
  const title = relation.title && inLanguage(relation.title, locale)
  const from = lines[0]?.from
  const centre = relation.parties.find(({ longitude, latitude }) =>
    from === undefined ? longitude !== null : longitude === from[0] && latitude === from[1],
  )
  return (
    <>
      <RelationHead relation={relation} title={title} deeds={deeds} />
      <RelationStrip relation={relation} />
      <div className="grid gap-x-13 gap-y-6 frame:grid-cols-[minmax(0,1fr)_23.75rem]">
        <div className="min-w-0">
          {relation.description !== null && (
            <div className="mb-5">
              <TextInLanguage text={inLanguage(relation.description, locale)} />
            </div>
          )}
          <RelationParties relation={relation} />
          <Section title={t('evidence')} id="evidence">
            {relation.evidence.length === 0 && files === null && <p className="text-ink-3">{t('noEvidence')}</p>}
            {relation.evidence.length > 0 && (
              <ul className="flex flex-col gap-1">
                {relation.evidence.map(({ url, title: label }) => (
                  <li key={url}>
                    <OutLink href={url}>{label}</OutLink>
                  </li>
                ))}
              </ul>
            )}
            {files !== null && <div className={relation.evidence.length > 0 ? 'mt-4' : ''}>{files}</div>}
          </Section>
        </div>
        <aside aria-label={t('aside')} className="flex flex-col gap-7">
          <RelationMap
            label={t('map', { count: lines.length })}
            centre={
              centre === undefined || centre.longitude === null || centre.latitude === null
                ? null
                : [centre.longitude, centre.latitude]
            }
            {...(centre?.actor && { color: kindLook[centre.actor.kind].className })}
            lines={lines}
            showEnded
            href={`/map?relation=${relation.slug}`}
          />
          <section aria-labelledby="facts">
            <h2 id="facts" className="mb-1 text-md font-semibold">
              {t('facts')}
            </h2>
            <RelationFacts relation={relation} sectors={sectors} themes={themes} />
          </section>
        </aside>
      </div>
    </>
  )
}
