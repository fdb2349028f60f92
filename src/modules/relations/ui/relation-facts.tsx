import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Link } from '@/i18n/navigation'
import type { RelationDetail } from '@/modules/relations/relation.schema'
import { edtfText } from '@/core/date-text'
import { type Fact, Facts } from '@/ui/facts'

/** What is known of a relation; amounts of unlike things are never summed, so each stands alone with its year. */
export function RelationFacts({
  relation,
  sectors,
  themes,
}: {
  relation: RelationDetail
  /** Titles in the reader's language. */
  sectors: readonly string[]
  themes: readonly string[]
}) {
  const t = useTranslations('relations.facts')
  const taxonomy = useTranslations('taxonomy')
  const ui = useTranslations('ui')
  const format = useFormatter()
  const locale = useLocale()
  const unknown = <span className="text-ink-3">{ui('notKnown')}</span>
  const date = (value: string | null) => value && edtfText(locale, value)
  const { amount, territory } = relation
  const facts: Fact[] = [
    { label: t('type'), value: taxonomy(`type.${relation.type}`) },
    { label: t('state'), value: taxonomy(`state.${relation.state}`) },
    { label: t('started'), value: date(relation.started) ?? unknown },
    ...optional(t('renewed'), date(relation.renewed)),
    ...(relation.state === 'ended' || relation.ended !== null
      ? [{ label: t('ended'), value: date(relation.ended) ?? unknown }]
      : []),
    ...optional(t('legalBasis'), relation.legalBasis),
    ...optional(t('programme'), relation.programme),
    ...optional(t('call'), relation.call),
    ...optional(t('project'), [relation.projectAcronym, relation.projectNumber].filter(Boolean).join(', ')),
    ...optional(t('events'), relation.eventsPerYear !== null && format.number(relation.eventsPerYear)),
    ...optional(t('people'), relation.people !== null && format.number(relation.people)),
    ...optional(
      t('amount'),
      amount &&
        `${format.number(amount.value, { style: 'currency', currency: amount.currency, maximumFractionDigits: 0 })}${amount.year === null ? '' : ` (${amount.year})`}`,
    ),
    ...optional(t('themes'), themes.join(', ')),
    ...optional(t('sectors'), sectors.join('; ')),
    ...optional(t('sdgs'), relation.sdgs.map((goal) => `${goal} ${taxonomy(`sdg.${goal}`)}`).join('; ')),
    {
      label: t('firms'),
      value: relation.usableByFirms === null ? unknown : taxonomy(`usable.${relation.usableByFirms}`),
    },
    ...optional(t('offer'), relation.offer.map((one) => taxonomy(`offer.${one}`)).join(', ')),
    {
      label: t('curated'),
      value:
        territory === null ? (
          t('commons')
        ) : (
          <Link href={`/territories/${territory.slug}`} prefetch={false}>
            {territory.name}
          </Link>
        ),
    },
  ]
  return <Facts facts={facts} />
}

const optional = (label: string, value: ReactNode): Fact[] =>
  value === null || value === undefined || value === false || value === '' ? [] : [{ label, value }]
