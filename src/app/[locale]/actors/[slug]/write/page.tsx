import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered } from '@/app/answered'
import { RecordProblem } from '@/app/record-problem'
import type { Locale } from '@/core/localized'
import { permanentRedirect } from '@/i18n/navigation'
import { shownNameOf } from '@/modules/actors/actor.schema'
import { findPublicPersons } from '@/modules/persons/person.queries'
import { RelayForm } from '@/modules/persons/ui/relay-form.client'
import { Breadcrumb } from '@/ui/breadcrumb'
import { ClientTexts } from '@/ui/client-texts'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { actorFound } from '@/app/[locale]/actors/[slug]/actor-found'

type Props = {
  params: Promise<{ locale: Locale; slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('persons.public')
  return { title: t('write'), robots: { index: false } }
}

export default function WritePage(props: Props) {
  return answered(() => writePage(props))
}

/** A message to one of the contact persons everybody may see; where there is none, there is no such page. */
async function writePage({ params, searchParams }: Props) {
  const [{ locale, slug }, { to }] = await Promise.all([params, searchParams])
  const result = await actorFound(slug, locale)
  if ('movedTo' in result) return permanentRedirect({ href: `/actors/${result.movedTo}/write`, locale })
  if ('problem' in result) return <RecordProblem problem={result.problem} />
  const [t, actors, persons] = await Promise.all([
    getTranslations('persons.write'),
    getTranslations('layout.nav'),
    findPublicPersons(result.item.id),
  ])
  const person = to === undefined ? persons[0] : persons.find(({ id }) => id === to)
  if (person === undefined) return <RecordProblem problem="notFound" />
  const name = shownNameOf(result.item, locale).value
  return (
    <Page reading>
      <Breadcrumb
        steps={[
          { label: actors('actors'), href: '/actors' },
          { label: name, href: `/actors/${result.item.slug}` },
          { label: person.name },
        ]}
      />
      <PageHead title={t('title', { name: person.name })} eyebrow={name}>
        <p className="text-base">{t('lead', { name: person.name })}</p>
      </PageHead>
      <ClientTexts namespaces={['persons', 'errors', 'ui']}>
        <RelayForm to={person.id} />
      </ClientTexts>
    </Page>
  )
}
