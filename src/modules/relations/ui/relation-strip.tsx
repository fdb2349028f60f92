import { useLocale, useTranslations } from 'next-intl'
import { Link } from '@/i18n/navigation'
import type { RelationDetail } from '@/modules/relations/relation.schema'
import { edtfText } from '@/core/date-text'
import { FactStrip } from '@/ui/fact-strip'
import { Seal } from '@/ui/seal'

/** Freshness, holder, state with its years, and whether firms may use it. */
export function RelationStrip({ relation }: { relation: RelationDetail }) {
  const t = useTranslations('relations.strip')
  const taxonomy = useTranslations('taxonomy')
  const ui = useTranslations('ui')
  const locale = useLocale()
  const date = (value: string) => edtfText(locale, value)
  const isOneDay = relation.started !== null && relation.started === relation.ended
  const years = [
    isOneDay && date(relation.started ?? ''),
    !isOneDay && relation.started !== null && t('since', { date: date(relation.started) }),
    relation.renewed !== null && t('renewed', { date: date(relation.renewed) }),
    !isOneDay && relation.ended !== null && t('until', { date: date(relation.ended) }),
  ].filter((part) => part !== false)
  const unknown = <span className="text-ink-3">{ui('notKnown')}</span>
  return (
    <FactStrip
      facts={[
        {
          label: t('freshness'),
          value: <Seal verifiedAt={relation.verifiedAt} />,
          note: relation.verifiedAt === null ? t(relation.demo ? 'demo' : 'neverConfirmed') : undefined,
        },
        {
          label: t('holder'),
          value:
            relation.holder === null ? (
              unknown
            ) : (
              <Link href={`/actors/${relation.holder.slug}`} prefetch={false} className="font-semibold">
                {relation.holder.name}
              </Link>
            ),
          note: t('holderNote'),
        },
        {
          label: t('state'),
          value: taxonomy(`state.${relation.state}`),
          note: years.length > 0 ? years.join(', ') : t('noDates'),
        },
        {
          label: t('firms'),
          wideOnly: true,
          value: relation.usableByFirms === null ? unknown : taxonomy(`usable.${relation.usableByFirms}`),
          note:
            relation.offer.length > 0 ? relation.offer.map((one) => taxonomy(`offer.${one}`)).join(', ') : undefined,
        },
      ]}
    />
  )
}
