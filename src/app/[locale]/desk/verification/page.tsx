import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { addressWith, type GivenParams, paramsOf } from '@/core/address'
import type { Locale } from '@/core/localized'
import { decodeKey, placeIn } from '@/core/page'
import type { Viewer } from '@/core/viewer'
import { canAskHolders } from '@/modules/curation/verification.policy'
import {
  countConfirmed,
  countRound,
  findDueRecords,
  findRoundRows,
  findRounds,
  getCareSettings,
} from '@/modules/curation/verification.queries'
import { requestState, requestStates, roundKey, roundOf } from '@/modules/curation/verification.schema'
import { NextBatch } from '@/modules/curation/ui/next-batch'
import { RoundTable } from '@/modules/curation/ui/round-table'
import { findTerritories } from '@/modules/territories/territory.queries'
import { Breadcrumb } from '@/ui/breadcrumb'
import { Button } from '@/ui/button'
import { ClientTexts } from '@/ui/client-texts'
import { LinkButton } from '@/ui/link-button'
import { Notice } from '@/ui/notice'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { Pager } from '@/ui/pager'
import { Section } from '@/ui/section'
import { SelectField } from '@/ui/select-field'
import { Tabs } from '@/ui/tabs'
import { careViewer } from '@/app/[locale]/desk/care-viewer'

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<GivenParams> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('verification.round')
  return { title: t('title'), robots: { index: false } }
}

const path = '/desk/verification'
const limit = 50
const positions = { asked: ['time', 'id'] } as const

/** Whose records this viewer answers for, by name; an administrator also for the commons. */
async function curatorsOf(viewer: Viewer, locale: Locale, commons: string) {
  const { rows } = await findTerritories({}, { locale })
  const own = rows.filter(({ id }) => canAskHolders(viewer, id)).map(({ id, name }) => ({ value: id, label: name }))
  return [...own, ...(canAskHolders(viewer, null) ? [{ value: 'commons', label: commons }] : [])]
}

export default async function VerificationPage({ params, searchParams }: Props) {
  const [{ locale }, given] = await Promise.all([params, searchParams])
  const viewer = await careViewer(locale, path)
  const t = await getTranslations('verification.round')
  const query = paramsOf(given)
  const curators = await curatorsOf(viewer, locale, t('commons'))
  const curator = curators.find(({ value }) => value === query.get('curator')) ?? curators[0]
  const territoryId = curator === undefined || curator.value === 'commons' ? null : curator.value
  const present = roundOf(new Date())
  const round = roundKey.safeParse(query.get('round')).data ?? present
  const state = requestState.safeParse(query.get('state')).data ?? null
  const { after } = placeIn({ after: decodeKey(query.get('after') ?? '') ?? undefined }, positions, 'asked')
  const [settings, kept, counts, rounds, due, page] = await Promise.all([
    getCareSettings(),
    countConfirmed(viewer, territoryId),
    countRound(viewer, { territoryId, round }),
    findRounds(viewer, territoryId),
    findDueRecords(viewer, { territoryId, round: present }),
    findRoundRows(viewer, { territoryId, round, state, after, limit }),
  ])
  const own = new URLSearchParams({ ...(curator && { curator: curator.value }), round })
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const nameOf = (key: string) => t('name', { half: key.slice(-1), year: key.slice(0, 4) })
  const [asked, without] = [query.get('asked'), query.get('without')].map((text) =>
    Number(/^\d{1,4}$/.exec(text ?? '')),
  )
  return (
    <Page>
      <Breadcrumb steps={[{ label: (await getTranslations('desk'))('title'), href: '/desk' }, { label: t('title') }]} />
      <PageHead title={t('title')} eyebrow={curator?.label}>
        {t('lead')}
      </PageHead>
      {query.has('asked') && (
        <div className="mb-5">
          <Notice tone="ok" role="status">
            {t('done', { mails: asked ?? 0, without: without ?? 0 })}
          </Notice>
        </div>
      )}
      {curators.length > 1 && (
        <form className="mb-5 flex flex-wrap items-end gap-3">
          <SelectField name="curator" label={t('territory')} items={curators} defaultValue={curator?.value ?? ''} />
          <Button type="submit">{(await getTranslations('ui'))('show')}</Button>
        </form>
      )}
      <p>{t('coverage', kept)}</p>
      <ClientTexts namespaces={['verification', 'errors', 'ui']}>
        <NextBatch due={due} curator={curator?.value ?? ''} settings={settings} />
        <Section title={nameOf(round)} id="round">
          {rounds.length > 1 && (
            <p className="mb-3 flex flex-wrap gap-2" aria-label={t('rounds')} role="group">
              {rounds.map((key) => (
                <LinkButton key={key} size="small" href={addressWith(path, own, { round: key })}>
                  {nameOf(key)}
                </LinkButton>
              ))}
            </p>
          )}
          {total === 0 ? (
            <p className="text-ink-2">{t('empty')}</p>
          ) : (
            <>
              <Tabs
                label={t('states')}
                tabs={[
                  { href: addressWith(path, own, {}), label: t('all'), count: total, current: state === null },
                  ...requestStates.map((one) => ({
                    href: addressWith(path, own, { state: one }),
                    label: t(`state.${one}`),
                    count: counts[one] ?? 0,
                    current: state === one,
                  })),
                ]}
              />
              <div className="mt-3">
                {page.rows.length === 0 ? (
                  <p className="text-ink-2">{t('emptyState')}</p>
                ) : (
                  <RoundTable
                    rows={page.rows}
                    back={`/${locale}${addressWith(path, own, { ...(state && { state }) })}`}
                  />
                )}
              </div>
              <Pager
                label={t('more')}
                nextHref={
                  page.next === null ? null : addressWith(path, own, { ...(state && { state }), after: page.next })
                }
              >
                <a href={addressWith('/api/verification.csv', own, {})} download>
                  {t('download')}
                </a>
              </Pager>
            </>
          )}
        </Section>
      </ClientTexts>
    </Page>
  )
}
