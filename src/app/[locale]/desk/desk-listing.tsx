import { getTranslations } from 'next-intl/server'
import { addressWith, paramsOf, type GivenParams } from '@/core/address'
import type { Locale } from '@/core/localized'
import { findDeskActors } from '@/modules/actors/actor-desk.queries'
import { canPublishSomewhere } from '@/modules/desk/bulk.policy'
import { findBulkOutcome } from '@/modules/desk/bulk.queries'
import { bulkDeeds, type BulkKind, deskListSchema, filterOfListing } from '@/modules/desk/bulk.schema'
import { afterChange, deskRowOfActor, deskRowOfRelation } from '@/modules/desk/desk-record.schema'
import { BulkForm } from '@/modules/desk/ui/bulk-form.client'
import { BulkOutcome } from '@/modules/desk/ui/bulk-outcome.client'
import { BulkRows } from '@/modules/desk/ui/bulk-rows'
import { DeskFilter } from '@/modules/desk/ui/desk-filter'
import { findDeskRelations } from '@/modules/relations/relation-desk.queries'
import { themes } from '@/modules/taxonomy/taxonomy.schema'
import { Breadcrumb } from '@/ui/breadcrumb'
import { ClientTexts } from '@/ui/client-texts'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { Pager } from '@/ui/pager'
import { deskViewer } from './desk-viewer'

const limit = 100

/** All actors or relations of the viewer's territories, to be found, ticked and dealt with together. */
export async function DeskListing({ kind, locale, given }: { kind: BulkKind; locale: Locale; given: GivenParams }) {
  const path = `/desk/${kind}s`
  const viewer = await deskViewer(locale, path)
  const params = paramsOf(given)
  const list = deskListSchema.parse(
    Object.fromEntries(['status', 'care', 'tag', 'q'].map((name) => [name, params.get(name) || undefined])),
  )
  const page = { after: afterChange(params.get('after')), limit, locale }
  const filter = filterOfListing(list)
  const [t, taxonomy, outcome, { rows, total, next }] = await Promise.all([
    getTranslations('bulk'),
    getTranslations('taxonomy'),
    findBulkOutcome(viewer, params.get('deed') ?? '', locale),
    kind === 'actor'
      ? findDeskActors(viewer, filter, page).then((found) => ({ ...found, rows: found.rows.map(deskRowOfActor) }))
      : findDeskRelations(viewer, filter, page).then((found) => ({
          ...found,
          rows: found.rows.map(deskRowOfRelation),
        })),
  ])
  const desk = await getTranslations('desk')
  const mayPublish = canPublishSomewhere(viewer)
  return (
    <Page>
      <Breadcrumb steps={[{ label: desk('title'), href: '/desk' }, { label: t(`title.${kind}`) }]} />
      <PageHead title={t(`title.${kind}`)} eyebrow={desk('inAll', { count: total })}>
        {t('lead')}
      </PageHead>
      <ClientTexts namespaces={['bulk', 'form', 'errors', 'ui']}>
        {outcome !== null && <BulkOutcome outcome={outcome} />}
        <DeskFilter action={`/${locale}${path}`} list={list} />
        {rows.length === 0 ? (
          <p className="text-ink-2">{t('nothing')}</p>
        ) : (
          <BulkForm
            // Another list is another form: nothing stays ticked that is not seen.
            key={params.toString()}
            kind={kind}
            list={list}
            deeds={bulkDeeds.filter((deed) => mayPublish || (deed !== 'publish' && deed !== 'archive'))}
            tags={kind === 'actor' ? [] : themes.map((value) => ({ value, label: taxonomy(`theme.${value}`) }))}
            total={total}
            shown={rows.length}
          >
            <BulkRows rows={rows} today={new Date()} />
          </BulkForm>
        )}
      </ClientTexts>
      <Pager
        nextHref={next === null ? null : addressWith(path, withoutDeed(params), { after: next })}
        label={desk('more')}
      />
    </Page>
  )
}

/** What became of a deed is said once, not on the pages that follow. */
function withoutDeed(params: URLSearchParams): URLSearchParams {
  const rest = new URLSearchParams(params)
  rest.delete('deed')
  return rest
}
