import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { forbidden } from 'next/navigation'
import { dateText } from '@/core/date-text'
import type { Locale } from '@/core/localized'
import { Link } from '@/i18n/navigation'
import { duplicateLimit, findDuplicates, findToldApart } from '@/modules/curation/duplicate.queries'
import { canSeekDuplicates } from '@/modules/curation/merge.policy'
import { findMerges } from '@/modules/curation/merge.queries'
import { DuplicateList } from '@/modules/curation/ui/duplicate-list'
import { PairDeed } from '@/modules/curation/ui/pair-deed.client'
import { Breadcrumb } from '@/ui/breadcrumb'
import { Button } from '@/ui/button'
import { ClientTexts } from '@/ui/client-texts'
import { EmptyState } from '@/ui/empty-state'
import { Fold } from '@/ui/fold'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { Section } from '@/ui/section'
import { SelectField } from '@/ui/select-field'
import { Toast } from '@/ui/toast'
import { coordinatedBy } from '@/app/[locale]/desk/coordinated'
import { deskViewer } from '@/app/[locale]/desk/desk-viewer'

type Props = {
  params: Promise<{ locale: Locale }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('duplicates')
  return { title: t('title'), robots: { index: false } }
}

const deeds = ['apart', 'again'] as const

export default async function DuplicatesPage({ params, searchParams }: Props) {
  const [{ locale }, asked] = await Promise.all([params, searchParams])
  const viewer = await deskViewer(locale, '/desk/duplicates')
  if (!canSeekDuplicates(viewer)) forbidden()
  const [t, desk] = await Promise.all([getTranslations('duplicates'), getTranslations('desk')])
  const own = await coordinatedBy(viewer, locale, t('commons'))
  const chosen = own.find(({ slug }) => slug === asked.territory) ?? own[0]
  if (chosen === undefined) forbidden()
  const [{ actors, relations }, apart, merges] = await Promise.all([
    findDuplicates(viewer, chosen.id, locale),
    findToldApart(viewer, chosen.id, locale),
    findMerges(viewer, chosen.id, locale),
  ])
  const done = deeds.find((deed) => deed === asked.done)
  return (
    <Page>
      <Breadcrumb steps={[{ label: desk('title'), href: '/desk' }, { label: t('title') }]} />
      <PageHead title={t('title')} eyebrow={own.length > 1 ? undefined : chosen.name}>
        {t('lead')}
      </PageHead>
      {own.length > 1 && (
        <form className="mb-6 flex max-w-[30rem] items-end gap-3">
          <div className="min-w-0 flex-1">
            <SelectField
              name="territory"
              label={t('territory')}
              defaultValue={chosen.slug}
              items={own.map(({ slug, name }) => ({ value: slug, label: name }))}
            />
          </div>
          <Button type="submit">{t('show')}</Button>
        </form>
      )}
      <ClientTexts namespaces={['duplicates', 'errors', 'ui']}>
        {actors.length + relations.length === 0 && <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>}
        {[
          { id: 'actors', title: t('actors'), pairs: actors },
          { id: 'relations', title: t('relations'), pairs: relations },
        ].map(
          ({ id, title, pairs }) =>
            pairs.length > 0 && (
              <Section key={id} id={id} title={title}>
                {pairs.length === duplicateLimit && (
                  <p className="text-sm text-ink-2">{t('most', { count: duplicateLimit })}</p>
                )}
                <DuplicateList pairs={pairs} />
              </Section>
            ),
        )}
        {merges.length > 0 && (
          <Section id="merges" title={t('merges')}>
            <ul>
              {merges.map(({ id, kept, merged, mergedAt, undoneAt }) => (
                <li key={id} className="border-b border-rule py-2.5">
                  <Link href={`/desk/merges/${id}`} prefetch={false} className="wrap-break-word">
                    {t('mergedInto', { merged: merged.name, kept: kept.name })}
                  </Link>{' '}
                  <span className="text-sm text-ink-2">
                    {undoneAt === null
                      ? t('on', { day: dateText(locale, mergedAt, 'day') })
                      : t('takenBackOn', { day: dateText(locale, undoneAt, 'day') })}
                  </span>
                </li>
              ))}
            </ul>
          </Section>
        )}
        {apart.length > 0 && (
          <div className="mt-8">
            <Fold label={t('toldApart')}>
              <p className="text-sm text-ink-2">{t('toldApartLead', { count: apart.length })}</p>
              <ul>
                {apart.map(({ kind, first, second }) => (
                  <li
                    key={`${first.id} ${second.id}`}
                    className="flex flex-wrap items-center justify-between gap-3 border-b border-rule py-2.5"
                  >
                    <span className="min-w-0 wrap-break-word">
                      {first.name} – {second.name}
                    </span>
                    <PairDeed
                      deed="again"
                      pair={{ kind, firstId: first.id, secondId: second.id }}
                      names={{ first: first.name, second: second.name }}
                    />
                  </li>
                ))}
              </ul>
            </Fold>
          </div>
        )}
      </ClientTexts>
      {done !== undefined && <Toast>{t(`done.${done}`)}</Toast>}
    </Page>
  )
}
