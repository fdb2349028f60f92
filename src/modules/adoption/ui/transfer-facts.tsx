import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ShownText } from '@/core/localized'
import { edtfText } from '@/core/date-text'
import { Link } from '@/i18n/navigation'
import type { ShownTransfer } from '@/modules/adoption/transfer.schema'
import { useDays } from '@/modules/adoption/ui/use-days'
import type { RelationSummary } from '@/modules/relations/relation.schema'
import { RelationName } from '@/modules/relations/ui/relation-name'
import { groupOf } from '@/modules/taxonomy/relation-choices.schema'
import { GroupIcon } from '@/ui/group-icon'
import { OutLink } from '@/ui/out-link'
import { Seal } from '@/ui/seal'

/** Relations a transfer came by, or a practice rests on, each with its seal. */
function Ways({ relations }: { relations: readonly RelationSummary[] }) {
  return (
    <ul className="flex flex-col gap-1">
      {relations.map((relation) => (
        <li key={relation.id} className="flex items-start gap-2">
          <GroupIcon group={groupOf(relation.type)} look="ring" />
          <Link href={`/relations/${relation.slug}`} prefetch={false} className="min-w-0 flex-1 wrap-break-word">
            <RelationName relation={relation} />
          </Link>
          <Seal verifiedAt={relation.verifiedAt} short />
        </li>
      ))}
    </ul>
  )
}

/** All that is said of a transfer, fact by fact. `restsOn`: relations of the practice itself, where the page does not show them. */
export function TransferFacts({
  transfer,
  relations,
  restsOn,
}: {
  transfer: ShownTransfer
  /** Summaries of the relations it came by, among others. */
  relations: readonly RelationSummary[]
  restsOn?: readonly RelationSummary[]
}) {
  const t = useTranslations('adoption.entry')
  const locale = useLocale()
  const days = useDays()
  const { state, note, workshop, reasons, since, became, links, demo } = transfer
  const text = ({ value, language }: ShownText) => (
    <span lang={language === locale ? undefined : language} className="wrap-break-word whitespace-pre-line">
      {value}
    </span>
  )
  const cameBy = transfer.relations.flatMap((id) => relations.find((one) => one.id === id) ?? [])
  const facts: (readonly [label: string, value: ReactNode] | null)[] = [
    since === null
      ? null
      : [
          t('since'),
          <time key="since" dateTime={since}>
            {edtfText(locale, since)}
          </time>,
        ],
    became && [t('became'), text(became)],
    reasons && [state === 'not_adopted' ? t('reasonsAgainst') : t('reasonsFor'), text(reasons)],
    workshop && [
      t('workshop'),
      <>
        {text(workshop.title)}
        <span className="block text-ink-2">
          {days(workshop)}, {workshop.place}
        </span>
      </>,
    ],
    note && [t('note'), text(note)],
    links.length === 0
      ? null
      : [
          t('evidence'),
          <ul key="evidence">
            {links.map(({ url, title }) => (
              <li key={url}>
                <OutLink href={url}>{title}</OutLink>
              </li>
            ))}
          </ul>,
        ],
    cameBy.length === 0 ? null : [t('cameBy'), <Ways key="ways" relations={cameBy} />],
    restsOn === undefined
      ? null
      : [t('restsOn'), restsOn.length === 0 ? t('restsOnNothing') : <Ways key="ground" relations={restsOn} />],
  ]
  return (
    <>
      <dl className="flex flex-col gap-2.5 text-md">
        {facts
          .filter((fact) => fact !== null)
          .map(([label, value]) => (
            <div key={label}>
              <dt className="text-xs font-label text-ink-2">{label}</dt>
              <dd className="max-w-[66ch]">{value}</dd>
            </div>
          ))}
      </dl>
      {demo && <p className="mt-2.5 text-xs text-ink-2">{t('demo')}</p>}
    </>
  )
}
