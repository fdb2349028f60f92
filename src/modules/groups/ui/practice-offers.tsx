import { useLocale, useTranslations } from 'next-intl'
import { dateText } from '@/core/date-text'
import { withdrawOfferHere } from '@/modules/groups/offer.actions'
import type { Offers, OtherGroup } from '@/modules/groups/offer.schema'
import { OfferForm } from '@/modules/groups/ui/offer-form.client'
import { DeedForm } from '@/ui/form/deed-form.client'
import { Section } from '@/ui/section'

/** Under the form of a practice: which groups of other territories were offered it, and the form to offer it to one. */
export function PracticeOffers({
  practiceId,
  offers: { made, choices },
  isOpen,
}: {
  practiceId: string
  offers: Offers
  /** It was handed in and is not published yet: groups read it, and it may be offered. */
  isOpen: boolean
}) {
  const t = useTranslations('groups.offers')
  const locale = useLocale()
  const nameOf = ({ territory, name }: OtherGroup) => (name === null ? t('unnamed', { territory }) : t('named', { territory, name })) // prettier-ignore
  return (
    <Section id="offers" title={t('title')}>
      <p className="mb-3 max-w-[45rem] text-sm text-ink-2">{t(isOpen ? 'lead' : 'leadNow')}</p>
      {made.length > 0 && (
        <ul className="mb-4 max-w-[45rem] border-t border-rule">
          {made.map(({ offeredAt, ...group }) => (
            <li
              key={group.groupId}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-rule py-2.5"
            >
              <span className="min-w-0 wrap-break-word">
                {nameOf(group)}
                <span className="block text-sm text-ink-2">
                  {t('offeredOn', { day: dateText(locale, offeredAt, 'day') })}
                </span>
              </span>
              <DeedForm
                action={withdrawOfferHere}
                values={{ practiceId, groupId: group.groupId }}
                submit={{ text: t('withdraw'), label: t('withdrawFrom', { group: nameOf(group) }) }}
                size="small"
              />
            </li>
          ))}
        </ul>
      )}
      {isOpen && choices.length > 0 && (
        <OfferForm
          practiceId={practiceId}
          groups={choices.map((group) => ({ value: group.groupId, label: nameOf(group) }))}
        />
      )}
      {isOpen && choices.length === 0 && made.length === 0 && <p className="text-sm text-ink-2">{t('nobody')}</p>}
    </Section>
  )
}
