import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { forbidden, redirect } from 'next/navigation'
import { answered } from '@/app/answered'
import { deskViewer } from '@/app/[locale]/desk/desk-viewer'
import { formLanguages } from '@/app/[locale]/desk/form-choices'
import { orProblem } from '@/app/[locale]/desk/or-problem'
import { RecordProblem } from '@/app/record-problem'
import type { GivenParams } from '@/core/address'
import { inLanguage, type Locale } from '@/core/localized'
import { findWays, getKeptTransfer, homeOfPractice } from '@/modules/adoption/own-transfer.queries'
import { transferToForm } from '@/modules/adoption/transfer-form.schema'
import { canKeepTransfer } from '@/modules/adoption/transfer.policy'
import { TransferDesk } from '@/modules/adoption/ui/transfer-desk'
import { wayChoices } from '@/modules/adoption/ui/way-choices'
import { getPractice } from '@/modules/practices/practice-detail.queries'
import { getTerritory } from '@/modules/territories/territory.queries'
import { Breadcrumb } from '@/ui/breadcrumb'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { Toast } from '@/ui/toast'

type Props = {
  params: Promise<{ locale: Locale; practice: string; territory: string }>
  searchParams: Promise<GivenParams>
}

const deeds = ['interest', 'workshop', 'outcome', 'undo'] as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adoption.desk')
  return { title: t('title'), robots: { index: false } }
}

export default function TransferPage(props: Props) {
  return answered(() => transferPage(props))
}

/** What one territory makes of one practice: the three forms, the way back, and the history. */
async function transferPage({ params, searchParams }: Props) {
  const [{ locale, ...key }, asked] = await Promise.all([params, searchParams])
  const viewer = await deskViewer(locale, `/desk/adoption/${key.practice}/${key.territory}`)
  const territory = await orProblem(getTerritory(key.territory, locale))
  if (typeof territory === 'string') return <RecordProblem problem={territory} />
  const practice = await orProblem(getPractice(viewer, key.practice, locale))
  if (typeof practice === 'string') return <RecordProblem problem={practice} />
  const pair = { practiceId: practice.id, territoryId: territory.id }
  if (!canKeepTransfer(viewer, pair)) forbidden()
  const kept = await getKeptTransfer(viewer, pair)
  if (kept === null && (asked.done === 'withdraw' || asked.done === 'undo'))
    redirect(`/${locale}/desk/adoption?done=withdraw`)
  const [t, desk, home, { languages, language }, ways] = await Promise.all([
    getTranslations('adoption.desk'),
    getTranslations('desk'),
    homeOfPractice(practice.id),
    formLanguages(viewer, locale),
    findWays({ practiceId: practice.id, territorySlug: territory.slug }, kept?.content.relations ?? [], locale),
  ])
  const done = deeds.find((deed) => deed === asked.done)
  const title = inLanguage(practice.title, locale)
  return (
    <Page>
      <Breadcrumb
        steps={[
          { label: desk('title'), href: '/desk' },
          { label: t('title'), href: '/desk/adoption' },
          { label: territory.name },
        ]}
      />
      <PageHead
        title={title.value}
        eyebrow={territory.name}
        lang={title.language === locale ? undefined : title.language}
      />
      <TransferDesk
        pair={pair}
        practiceSlug={practice.slug}
        isAdoptable={practice.status === 'published' && home !== territory.id}
        territory={territory}
        kept={kept}
        initial={kept === null ? {} : transferToForm(kept.content)}
        languages={languages}
        language={territory.languages.includes(locale) ? locale : (territory.languages[0] ?? language)}
        ways={await wayChoices(ways, locale)}
      />
      {done !== undefined && <Toast key={JSON.stringify(asked)}>{t(`done.${done}`)}</Toast>}
    </Page>
  )
}
