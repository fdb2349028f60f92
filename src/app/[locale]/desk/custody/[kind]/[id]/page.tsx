import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RecordProblem } from '@/app/record-problem'
import type { Locale } from '@/core/localized'
import { canErase, canRehome } from '@/modules/curation/custody.policy'
import { getCustody } from '@/modules/curation/custody.queries'
import { mergeableKind } from '@/modules/curation/duplicate.schema'
import { ClaimRecord } from '@/modules/curation/ui/claim-record.client'
import { CuratedName } from '@/modules/curation/ui/curated-name'
import { EraseRecord } from '@/modules/curation/ui/erase-record.client'
import { MoveRecord } from '@/modules/curation/ui/move-record.client'
import { Breadcrumb } from '@/ui/breadcrumb'
import { ClientTexts } from '@/ui/client-texts'
import { Notice } from '@/ui/notice'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { Section } from '@/ui/section'
import { Toast } from '@/ui/toast'
import { coordinatedBy } from '@/app/[locale]/desk/coordinated'
import { deskViewer } from '@/app/[locale]/desk/desk-viewer'
import { orProblem } from '@/app/[locale]/desk/or-problem'

type Props = {
  params: Promise<{ locale: Locale; kind: string; id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('custody')
  return { title: t('title'), robots: { index: false } }
}

/** Who curates a record: claimed from the commons, given to another curator, or erased for good. */
export default async function CustodyPage({ params, searchParams }: Props) {
  const [{ locale, kind: asked, id }, { done }] = await Promise.all([params, searchParams])
  const viewer = await deskViewer(locale, `/desk/custody/${asked}/${id}`)
  const kind = mergeableKind.safeParse(asked)
  const custody = kind.success ? await orProblem(getCustody(viewer, { kind: kind.data, id }, locale)) : 'notFound'
  if (!kind.success || typeof custody === 'string')
    return <RecordProblem problem={custody === 'gone' ? 'gone' : 'notFound'} />
  const [t, desk] = await Promise.all([getTranslations('custody'), getTranslations('desk')])
  const { record, claimants, ties } = custody
  const curators = (await coordinatedBy(viewer, locale, t('commonsShort'))).map((one) => ({
    value: one.id ?? 'commons',
    label: one.name,
  }))
  const at = { kind: kind.data, id: record.id, version: record.version }
  return (
    <Page>
      <Breadcrumb steps={[{ label: desk('title'), href: '/desk' }, { label: t('title') }]} />
      <PageHead title={record.name} eyebrow={t('title')}>
        {t('now', { name: record.territory?.name ?? t('commons') })}
      </PageHead>
      <CuratedName record={record} />
      <ClientTexts namespaces={['custody', 'errors', 'ui']}>
        {claimants.length > 0 && (
          <Section id="claim" title={t('claim.title')}>
            <p className="mb-3 max-w-[66ch] text-sm text-ink-2">{t('claim.lead')}</p>
            <ClaimRecord at={at} territories={curators.filter(({ value }) => claimants.includes(value))} />
          </Section>
        )}
        {canRehome(viewer) && (
          <Section id="move" title={t('move.title')}>
            <p className="mb-3 max-w-[66ch] text-sm text-ink-2">{t('move.lead')}</p>
            <MoveRecord
              key={record.version}
              at={at}
              curators={curators.filter(({ value }) => value !== (record.territoryId ?? 'commons'))}
            />
          </Section>
        )}
        {canErase(viewer) && (
          <Section id="erase" title={t('erase.title')}>
            <p className="mb-3 max-w-[66ch] text-sm text-ink-2">{t('erase.lead')}</p>
            {ties.length === 0 ? (
              <EraseRecord at={at} name={record.name} />
            ) : (
              <div className="max-w-[45rem]">
                <Notice tone="warn">
                  {t('erase.ties')}
                  <ul className="mt-2 flex flex-col gap-2 text-ink">
                    {ties.map((tie) => (
                      <li key={tie.id}>
                        <CuratedName record={tie} />
                      </li>
                    ))}
                  </ul>
                </Notice>
              </div>
            )}
          </Section>
        )}
      </ClientTexts>
      {done === 'moved' && <Toast key={record.version}>{t('done.moved')}</Toast>}
    </Page>
  )
}
