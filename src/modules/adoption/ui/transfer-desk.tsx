import { useLocale, useTranslations } from 'next-intl'
import { momentText } from '@/core/date-text'
import type { FormFields } from '@/core/form-fields'
import { Link } from '@/i18n/navigation'
import { takeBackTransfer, withdrawInterest } from '@/modules/adoption/transfer.actions'
import type { KeptTransfer } from '@/modules/adoption/transfer.schema'
import { InterestForm } from '@/modules/adoption/ui/interest-form.client'
import { OutcomeForm } from '@/modules/adoption/ui/outcome-form.client'
import { TransferStateBadge } from '@/modules/adoption/ui/transfer-state'
import { WorkshopForm } from '@/modules/adoption/ui/workshop-form.client'
import { ClientTexts } from '@/ui/client-texts'
import { DeedForm } from '@/ui/form/deed-form.client'
import { MoreFields } from '@/ui/form/more-fields'
import { Notice } from '@/ui/notice'
import { Section } from '@/ui/section'
import type { SelectChoice } from '@/ui/select-options'

type Pair = { practiceId: string; territoryId: string }

/** The desk of one transfer: where it stands, a form for each step, the way back, and who did what. */
export function TransferDesk({
  pair,
  practiceSlug,
  isAdoptable,
  territory,
  kept,
  initial,
  languages,
  language,
  ways,
}: {
  pair: Pair
  practiceSlug: string
  /** Published, and not at home in this territory. */
  isAdoptable: boolean
  territory: { name: string; timeZone: string }
  /** null = nothing recorded yet. */
  kept: KeptTransfer | null
  initial: FormFields
  languages: readonly SelectChoice[]
  language: string
  ways: readonly SelectChoice[]
}) {
  const t = useTranslations('adoption.desk')
  const own = useTranslations('adoption.own')
  const forms = useTranslations('adoption.form')
  const of = useTranslations('adoption.ofPractice')
  if (kept === null && !isAdoptable) return <Notice tone="mark">{own('home', { territory: territory.name })}</Notice>
  const at = { ...pair, version: kept?.version ?? null }
  const form = { at, languages, language, initial }
  const state = kept?.content.state
  const isPlanned = kept !== null && kept.content.workshop !== null
  const isRecorded = state === 'adopted' || state === 'not_adopted'
  return (
    <>
      <p className="mb-5 flex flex-wrap items-center gap-x-3 gap-y-1 text-md text-ink-2">
        {state !== undefined && <TransferStateBadge state={state} />}
        <span>{t('public')}</span>
        <Link href={`/practices/${practiceSlug}#adoption`} prefetch={false}>
          {of('title')}
        </Link>
      </p>
      <ClientTexts namespaces={['adoption', 'form', 'errors', 'ui']}>
        <Section id="interest-part" title={forms('interest.title')}>
          <InterestForm {...form} />
        </Section>
        <Section id="workshop-part" title={forms('workshop.title')}>
          <p className="mb-3 max-w-[66ch] text-md text-ink-2">{forms('workshop.lead')}</p>
          <WorkshopForm {...form} isPlanned={isPlanned} />
        </Section>
        <Section id="outcome-part" title={forms('outcome.title')}>
          <OutcomeForm {...form} ways={ways} isRecorded={isRecorded} />
        </Section>
        {kept !== null && <WaysBack pair={pair} kept={kept} timeZone={territory.timeZone} />}
      </ClientTexts>
    </>
  )
}

function WaysBack({ pair, kept, timeZone }: { pair: Pair; kept: KeptTransfer; timeZone: string }) {
  const t = useTranslations('adoption.desk')
  const deedWord = useTranslations('adoption.deed')
  const locale = useLocale()
  const values = { ...pair, version: kept.version }
  const [last, before] = kept.changes
  const hasOutcome = kept.content.state === 'adopted' || kept.content.state === 'not_adopted'
  return (
    <Section id="history-part" title={t('history')}>
      <ol className="mb-5 border-t border-rule">
        {kept.changes.map(({ version, deed, at, by }) => (
          <li key={version} className="border-b border-rule py-2 text-md">
            {deedWord(deed)}
            <span className="block text-sm text-ink-2">
              {t('by', { name: by ?? t('erased'), at: momentText(locale, at, timeZone) })}
            </span>
          </li>
        ))}
      </ol>
      <div className="flex max-w-[34rem] flex-col gap-3">
        {last !== undefined && last.deed !== 'undo' && (
          <MoreFields label={t('undo')} open={false}>
            <DeedForm action={takeBackTransfer} values={values} submit={t('undo')}>
              <p className="text-sm text-ink-2">
                {before === undefined ? t('undoFirst') : t('undoBody', { deed: deedWord(before.deed) })}
              </p>
            </DeedForm>
          </MoreFields>
        )}
        {!hasOutcome && (
          <MoreFields label={t('withdraw')} open={false}>
            <DeedForm action={withdrawInterest} values={values} submit={t('withdrawSubmit')} look="destructive">
              <p className="text-sm text-ink-2">{t('withdrawBody')}</p>
            </DeedForm>
          </MoreFields>
        )}
      </div>
    </Section>
  )
}
