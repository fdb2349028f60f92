import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered, describedOrBare } from '@/app/answered'
import { pageMetadata } from '@/app/metadata'
import { filterNames } from '@/app/[locale]/filter-names'
import { RecordDeeds } from '@/app/[locale]/record-deeds'
import { RecordProblem } from '@/app/record-problem'
import { StructuredData } from '@/app/structured-data'
import { addressWith, type GivenParams, paramsOf } from '@/core/address'
import { inLanguage, type Locale } from '@/core/localized'
import { permanentRedirect } from '@/i18n/navigation'
import { actorToJsonLd } from '@/modules/actors/actor.jsonld'
import { shownNameOf } from '@/modules/actors/actor.schema'
import { previewOf } from '@/modules/files/file.schema'
import { FileList } from '@/modules/files/ui/file-list'
import { ActorSheet } from '@/modules/relations/ui/actor-sheet'
import { findLines } from '@/modules/map/map.queries'
import { findPublicPersons } from '@/modules/persons/person.queries'
import { PublicPersons } from '@/modules/persons/ui/public-persons'
import { nutsNames } from '@/modules/places/border.queries'
import {
  countRelations,
  countRelationsByCountry,
  coverageOfRelations,
  findRelations,
} from '@/modules/relations/relation.queries'
import { findPractices } from '@/modules/practices/practice.queries'
import { NamedPractices } from '@/modules/practices/ui/named-practices'
import { filterOf } from '@/modules/taxonomy/filter.schema'
import { tagWords } from '@/modules/taxonomy/code-entry.queries'
import { sectorName } from '@/modules/taxonomy/nace.schema'
import { currentViewer } from '@/platform/session'
import { getSettings } from '@/platform/settings'
import { Page } from '@/ui/page'
import { RecordSource } from '@/ui/record-source'
import { Section } from '@/ui/section'
import { actorFiles, actorFound } from './actor-found'

type Props = { params: Promise<{ locale: Locale; slug: string }>; searchParams: Promise<GivenParams> }

const perPage = 25
/** An actor takes part in a handful of practices. */
const mostPractices = 60

export function generateMetadata(props: Props): Promise<Metadata> {
  return describedOrBare(() => metadataOf(props))
}

async function metadataOf({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params
  const result = await actorFound(slug, locale)
  if (!('item' in result))
    return { title: (await getTranslations('problem'))('notFound.label'), robots: { index: false } }
  const actor = result.item
  const t = await getTranslations('actors.page')
  const taxonomy = await getTranslations('taxonomy')
  const name = shownNameOf(actor, locale).value
  const description = actor.description && inLanguage(actor.description, locale).value.slice(0, 300)
  return pageMetadata({
    title: name,
    description: description ?? t('description', { name, kind: taxonomy(`kind.${actor.kind}`) }),
    path: `/actors/${actor.slug}`,
    index: actor.status === 'published' && actor.visibility === 'public',
    preview: previewOf(await actorFiles(actor.id), locale),
  })
}

export default function ActorPage(props: Props) {
  return answered(() => actorPage(props))
}

async function actorPage({ params, searchParams }: Props) {
  const [{ locale, slug }, given] = await Promise.all([params, searchParams])
  const result = await actorFound(slug, locale)
  const query = paramsOf(given)
  if ('movedTo' in result)
    return permanentRedirect({ href: addressWith(`/actors/${result.movedTo}`, query, {}), locale })
  if ('problem' in result) return <RecordProblem problem={result.problem} />
  const actor = result.item
  const path = `/actors/${actor.slug}`
  // A deed is told once; the links of the page do not carry it on.
  const done = query.get('done')
  query.delete('done')
  const { filter, ignored } = filterOf(query)
  for (const key of ignored) query.delete(key)
  const own = { partyId: actor.id }
  const isPublic = actor.status === 'published' && actor.visibility === 'public'
  const [
    viewer,
    settings,
    page,
    all,
    domestic,
    byCountry,
    held,
    lines,
    regions,
    persons,
    tags,
    names,
    files,
    practices,
  ] = await Promise.all([
    currentViewer(),
    getSettings(),
    findRelations({ ...filter, ...own }, { limit: perPage, locale, parties: 40 }),
    countRelations(own),
    countRelations({ ...own, scope: 'domestic' }),
    countRelationsByCountry(own),
    coverageOfRelations({ holder: actor.id }),
    isPublic ? findLines({ actor: actor.id }, { scope: 'international', ...filter }, locale) : [],
    nutsNames(actor.nutsCode === null ? [] : [actor.nutsCode]),
    findPublicPersons(actor.id),
    tagWords(actor.tags, locale),
    filterNames(filter, locale),
    actorFiles(actor.id),
    findPractices({ actorId: actor.id }, { limit: mostPractices, locale }),
  ])
  return (
    <Page>
      {isPublic && <StructuredData data={actorToJsonLd(actor, (to) => `${settings.url}/${locale}${to}`)} />}
      <ActorSheet
        actor={{ ...actor, tags }}
        deeds={
          <RecordDeeds
            viewer={viewer}
            done={done}
            record={{
              ...actor,
              kind: 'actor',
              name: shownNameOf(actor, locale).value,
              territoryId: actor.territory?.id ?? null,
            }}
          />
        }
        nutsName={regions.get(actor.nutsCode ?? '') ?? null}
        sectors={actor.sectors.map((code) => sectorName(code, locale))}
        list={{
          path,
          params: query,
          filter,
          ignored,
          names,
          page,
          nextHref: page.next === null ? null : addressWith(path, query, { after: page.next }),
        }}
        figures={{
          ...all,
          domestic: domestic.total,
          byCountry: byCountry.filter(({ country }) => country !== actor.country),
          held: held.total,
          usable: held.usable,
        }}
        lines={lines}
        contacts={<PublicPersons slug={actor.slug} persons={persons} />}
        files={
          files.length > 0 ? (
            <Section id="files" title={(await getTranslations('files'))('documents')}>
              <FileList files={files} />
            </Section>
          ) : null
        }
      />
      <NamedPractices of="actor" page={practices} />
      <RecordSource source={actor.source} demo={actor.demo} licence={settings.licence} locale={locale} />
    </Page>
  )
}
