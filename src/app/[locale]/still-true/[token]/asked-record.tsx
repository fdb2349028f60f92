import { getTranslations } from 'next-intl/server'
import { themeWords } from '@/app/[locale]/code-names'
import { inLanguage, type Locale } from '@/core/localized'
import { getActor } from '@/modules/actors/actor-detail.queries'
import { ActorFacts } from '@/modules/actors/ui/actor-facts'
import type { AskedRecord } from '@/modules/curation/verification.schema'
import { nutsNames } from '@/modules/places/border.queries'
import { getPractice } from '@/modules/practices/practice-detail.queries'
import { PracticeFacts } from '@/modules/practices/ui/practice-facts'
import { getRelation } from '@/modules/relations/relation-detail.queries'
import { RelationFacts } from '@/modules/relations/ui/relation-facts'
import { RelationParties } from '@/modules/relations/ui/relation-parties'
import { sectorName } from '@/modules/taxonomy/nace.schema'
import { Seal } from '@/ui/seal'

/** What the register says of the record a link asks about: what everybody reads, and no more. */
export async function AskedRecord({ record, locale }: { record: AskedRecord; locale: Locale }) {
  if (record.kind === 'practice') return <AskedPractice id={record.id} locale={locale} />
  const t = await getTranslations(record.kind === 'actor' ? 'actors.page' : 'relations.page')
  const heading = (
    <h2 className="mt-6 mb-1 flex flex-wrap items-baseline justify-between gap-x-4 text-md font-semibold">
      {t('facts')} <Seal verifiedAt={record.verifiedAt} />
    </h2>
  )
  if (record.kind === 'actor') {
    const actor = await getActor(null, record.id, locale)
    const regions = await nutsNames(actor.nutsCode === null ? [] : [actor.nutsCode])
    return (
      <>
        {heading}
        <ActorFacts
          actor={actor}
          nutsName={regions.get(actor.nutsCode ?? '') ?? null}
          sectors={actor.sectors.map((code) => sectorName(code, locale))}
        />
      </>
    )
  }
  const relation = await getRelation(null, record.id, locale)
  return (
    <>
      <RelationParties relation={relation} />
      {heading}
      <RelationFacts
        relation={relation}
        sectors={relation.sectors.map((code) => sectorName(code, locale))}
        themes={await themeWords(relation.themes, locale)}
      />
    </>
  )
}

async function AskedPractice({ id, locale }: { id: string; locale: Locale }) {
  const practice = await getPractice(null, id, locale)
  const summary = practice.summary && inLanguage(practice.summary, locale)
  return (
    <div className="flex flex-col gap-6">
      {summary !== null && (
        <p lang={summary.language === locale ? undefined : summary.language} className="font-serif text-lg">
          {summary.value}
        </p>
      )}
      <PracticeFacts
        practice={practice}
        sectors={practice.sectors.map((code) => sectorName(code, locale))}
        themes={await themeWords(practice.themes, locale)}
      />
    </div>
  )
}
