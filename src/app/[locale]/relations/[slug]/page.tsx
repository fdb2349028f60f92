import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered, describedOrBare } from '@/app/answered'
import { pageMetadata } from '@/app/metadata'
import { themeWords } from '@/app/[locale]/code-names'
import { RecordDeeds } from '@/app/[locale]/record-deeds'
import { RecordProblem } from '@/app/record-problem'
import { StructuredData } from '@/app/structured-data'
import { inLanguage, type Locale } from '@/core/localized'
import { permanentRedirect } from '@/i18n/navigation'
import { FileList } from '@/modules/files/ui/file-list'
import { previewOf } from '@/modules/files/file.schema'
import { findLines } from '@/modules/map/map.queries'
import { findPractices } from '@/modules/practices/practice.queries'
import { NamedPractices } from '@/modules/practices/ui/named-practices'
import { relationToJsonLd } from '@/modules/relations/relation.jsonld'
import type { RelationDetail } from '@/modules/relations/relation.schema'
import { RelationSheet } from '@/modules/relations/ui/relation-sheet'
import { sectorName } from '@/modules/taxonomy/nace.schema'
import { currentViewer } from '@/platform/session'
import { getSettings } from '@/platform/settings'
import { Page } from '@/ui/page'
import { RecordSource } from '@/ui/record-source'
import { relationFiles, relationFound } from './relation-found'

type Props = {
  params: Promise<{ locale: Locale; slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export function generateMetadata(props: Props): Promise<Metadata> {
  return describedOrBare(() => metadataOf(props))
}

async function metadataOf({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params
  const result = await relationFound(slug, locale)
  if (!('item' in result))
    return { title: (await getTranslations('problem'))('notFound.label'), robots: { index: false } }
  const relation = result.item
  const taxonomy = await getTranslations('taxonomy')
  const t = await getTranslations('relations.page')
  const name = await nameOf(relation, locale)
  return pageMetadata({
    title: name,
    description: t('description', {
      name,
      type: taxonomy(`type.${relation.type}`),
      holder: relation.holder?.name ?? t('holderUnknown'),
    }),
    path: `/relations/${relation.slug}`,
    index: relation.status === 'published' && relation.visibility === 'public',
    preview: previewOf(await relationFiles(relation.id), locale),
  })
}

/** Title, else the first parties, as plain text. */
async function nameOf(relation: RelationDetail, locale: string): Promise<string> {
  if (relation.title !== null) return inLanguage(relation.title, locale).value
  const t = await getTranslations('relations')
  const rest = relation.parties.length - 3
  const names = relation.parties.slice(0, 3).map((party) => party.name.value)
  return names.join(', ') + (rest > 0 ? ` ${t('andMore', { count: rest })}` : '')
}

/** Few practices rest on one relation. */
const mostPractices = 60

export default function RelationPage(props: Props) {
  return answered(() => relationPage(props))
}

async function relationPage({ params, searchParams }: Props) {
  const [{ locale, slug }, given] = await Promise.all([params, searchParams])
  const result = await relationFound(slug, locale)
  if ('movedTo' in result) return permanentRedirect({ href: `/relations/${result.movedTo}`, locale })
  if ('problem' in result) return <RecordProblem problem={result.problem} />
  const relation = result.item
  const isPublic = relation.status === 'published' && relation.visibility === 'public'
  const [viewer, settings, lines, themes, name, files, practices] = await Promise.all([
    currentViewer(),
    getSettings(),
    isPublic ? findLines({ relation: relation.id }, {}, locale) : [],
    themeWords(relation.themes, locale),
    nameOf(relation, locale),
    relationFiles(relation.id),
    findPractices({ relationId: relation.id }, { limit: mostPractices, locale }),
  ])
  return (
    <Page>
      {isPublic && <StructuredData data={relationToJsonLd(relation, name, (to) => `${settings.url}/${locale}${to}`)} />}
      <RelationSheet
        relation={relation}
        deeds={
          <RecordDeeds
            viewer={viewer}
            done={typeof given.done === 'string' ? given.done : null}
            record={{ ...relation, kind: 'relation', name: name, territoryId: relation.territory?.id ?? null }}
          />
        }
        sectors={relation.sectors.map((code) => sectorName(code, locale))}
        themes={themes}
        lines={lines}
        files={files.length > 0 ? <FileList files={files} /> : null}
      />
      <NamedPractices of="relation" page={practices} />
      <RecordSource source={relation.source} demo={relation.demo} licence={settings.licence} locale={locale} />
    </Page>
  )
}
