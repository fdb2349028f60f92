import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/core/localized'
import { PracticeDownload } from '@/modules/practices/ui/practice-download'
import { PracticeForm } from '@/modules/practices/ui/practice-form/practice-form.client'
import { PracticeMoves } from '@/modules/practices/ui/practice-moves.client'
import { EditRecord } from '@/app/[locale]/desk/edit-record'
import { PracticeJudgements } from '@/app/[locale]/desk/practices/practice-judgements'
import { practiceOffers } from '@/app/[locale]/desk/practices/practice-offers'

type Props = {
  params: Promise<{ locale: Locale; id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('practiceForm')
  return { title: t('editTitle'), robots: { index: false } }
}

export default async function EditPracticePage({ params, searchParams }: Props) {
  const [{ locale, id }, asked] = await Promise.all([params, searchParams])
  return (
    <EditRecord
      kind="practice"
      Form={PracticeForm}
      Moves={PracticeMoves}
      locale={locale}
      id={id}
      asked={asked}
      download={(practice) => <PracticeDownload practice={practice} isPublic={false} />}
      below={async (viewer, record) => (
        <>
          <PracticeJudgements viewer={viewer} id={record.id} />
          {await practiceOffers(viewer, record, { locale, done: asked.done })}
        </>
      )}
    />
  )
}
