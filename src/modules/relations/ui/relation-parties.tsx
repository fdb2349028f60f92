import { ArrowLeft, ArrowRight } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { countryName } from '@/core/country'
import { Link } from '@/i18n/navigation'
import type { RelationDetail, ShownParty } from '@/modules/relations/relation.schema'
import { type Column, DataTable } from '@/ui/data-table'
import { Disc } from '@/ui/disc'
import { PlaceDisc } from '@/ui/place-disc'

/** Who is in the relation and as what; the direction in words where it means something. */
export function RelationParties({ relation }: { relation: RelationDetail }) {
  const t = useTranslations('relations.parties')
  const taxonomy = useTranslations('taxonomy')
  const locale = useLocale()
  const langOf = (party: ShownParty) =>
    party.name.language === null || party.name.language === locale ? undefined : party.name.language
  const holder = relation.parties.find((party) => party.actor !== null && party.actor.id === relation.holder?.id)
  const from = holder ?? relation.parties[0]
  const columns: Column<ShownParty>[] = [
    {
      key: 'name',
      label: t('name'),
      cell: (party) => (
        <span className="flex items-start gap-3">
          {party.actor === null ? (
            <PlaceDisc label={t('place')} />
          ) : (
            <Disc kind={party.actor.kind} label={taxonomy(`kind.${party.actor.kind}`)} />
          )}
          {party.actor === null ? (
            <span lang={langOf(party)} className="font-semibold wrap-break-word">
              {party.name.value}
            </span>
          ) : (
            <Link
              href={`/actors/${party.actor.slug}`}
              prefetch={false}
              lang={langOf(party)}
              className="font-semibold text-ink wrap-break-word"
            >
              {party.name.value}
            </Link>
          )}
        </span>
      ),
    },
    { key: 'role', label: t('role'), cell: (party) => taxonomy(`role.${party.role}`) },
    {
      key: 'place',
      label: t('where'),
      cell: (party) => [party.city, countryName(party.country, locale)].filter(Boolean).join(', '),
    },
  ]
  const Arrow = relation.direction === 'in' ? ArrowLeft : ArrowRight
  return (
    <section aria-labelledby="parties">
      <h2 id="parties" className="mb-2 text-lg font-semibold">
        {t('title', { count: relation.parties.length })}
      </h2>
      {relation.direction !== 'none' && from !== undefined && (
        <p className="mb-2 flex items-center gap-2 text-sm text-ink-2">
          <Arrow className="size-4 flex-none" aria-hidden />
          {t(`direction.${relation.direction}`, { name: from.name.value })}
        </p>
      )}
      <DataTable
        caption={t('caption')}
        captionHidden
        columns={columns}
        rows={relation.parties}
        rowKey={(party) => party.actor?.id ?? `${party.placeId} ${party.name.value} ${party.country}`}
      />
    </section>
  )
}
