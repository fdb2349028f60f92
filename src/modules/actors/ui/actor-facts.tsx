import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { countryName } from '@/core/country'
import { ActorLink } from '@/modules/actors/ui/actor-link'
import type { ActorDetail } from '@/modules/actors/actor.schema'
import { identifierLink } from '@/modules/actors/identifier.schema'
import { edtfText } from '@/core/date-text'
import { type Fact, Facts } from '@/ui/facts'
import { OutLink } from '@/ui/out-link'

/** What is known of an actor; the facts everybody looks for say so when they are not known (LOOK §12). */
export function ActorFacts({
  actor,
  nutsName,
  sectors,
}: {
  actor: ActorDetail
  nutsName: string | null
  /** Titles in the reader's language. */
  sectors: readonly string[]
}) {
  const t = useTranslations('actors.facts')
  const taxonomy = useTranslations('taxonomy')
  const ui = useTranslations('ui')
  const locale = useLocale()
  const unknown = <span className="text-ink-3">{ui('notKnown')}</span>
  const languages = new Intl.DisplayNames([locale], { type: 'language' })
  const list = (texts: readonly string[]) => new Intl.ListFormat(locale, { type: 'unit', style: 'short' }).format(texts)
  const precision = actor.coarsened ? t('coarsened') : actor.precision && t(`precision.${actor.precision}`)
  const facts: Fact[] = [
    {
      label: t('place'),
      value: (
        <>
          {[actor.city, countryName(actor.country, locale)].filter(Boolean).join(', ')}{' '}
          <span className="text-ink-3">{precision ?? t('noPoint')}</span>
        </>
      ),
    },
    ...optional(t('address'), [actor.address, actor.postalCode].filter(Boolean).join(', ')),
    {
      label: t('region'),
      value:
        actor.nutsCode === null ? (
          unknown
        ) : (
          <>
            {nutsName ?? ''} <span className="text-ink-3">NUTS {actor.nutsCode}</span>
          </>
        ),
    },
    { label: t('founded'), value: actor.founded === null ? unknown : edtfText(locale, actor.founded) },
    ...(actor.kind === 'university'
      ? [
          {
            label: t('fields'),
            value:
              actor.iscedFields.length === 0
                ? unknown
                : list(actor.iscedFields.map((code) => taxonomy(`isced.${code}`))),
          },
        ]
      : []),
    ...(actor.kind === 'enterprise' || sectors.length > 0
      ? [{ label: t('sectors'), value: sectors.length === 0 ? unknown : list(sectors) }]
      : []),
    ...optional(t('size'), actor.size && taxonomy(`size.${actor.size}`)),
    ...optional(t('employees'), actor.employeesBand),
    ...optional(t('tags'), list(actor.tags)),
    ...optional(t('languages'), list(actor.languagesSpoken.map((code) => languages.of(code) ?? code))),
    ...optional(t('targets'), list(actor.targetCountries.map((code) => countryName(code, locale)))),
    ...optional(
      t('status'),
      actor.legalStatus !== 'active' &&
        [
          taxonomy(`legalStatus.${actor.legalStatus}`),
          actor.legalStatusSince && edtfText(locale, actor.legalStatusSince),
        ]
          .filter(Boolean)
          .join(', '),
    ),
    ...optional(t('parent'), actor.parent && <ActorLink actor={actor.parent} />),
    ...optional(t('successor'), actor.successor && <ActorLink actor={actor.successor} />),
    ...actor.predecessors.map((before) => ({
      label: t('predecessor'),
      value:
        before.since === null ? (
          <ActorLink actor={before} />
        ) : (
          t.rich('predecessorUntil', {
            date: edtfText(locale, before.since),
            actor: () => <ActorLink actor={before} />,
          })
        ),
    })),
    ...actor.identifiers
      .filter(({ scheme }) => scheme !== 'domain' || actor.website === null)
      .map(({ scheme, value }) => {
        const href = identifierLink(scheme, value)
        return {
          label: taxonomy(`identifier.${scheme}`),
          value: href === null ? value : <OutLink href={href}>{value}</OutLink>,
        }
      }),
    { label: t('web'), value: actor.website === null ? unknown : <OutLink href={actor.website} /> },
    {
      label: t('contact'),
      value:
        actor.email === null && actor.phone === null ? (
          <span className="text-ink-3">{t('noContact')}</span>
        ) : (
          <>
            {actor.email !== null && <a href={`mailto:${actor.email}`}>{actor.email}</a>}
            {actor.phone !== null && <span className="block">{actor.phone}</span>}
          </>
        ),
    },
  ]
  return <Facts facts={facts} />
}

const optional = (label: string, value: ReactNode): Fact[] =>
  value === null || value === undefined || value === false || value === '' ? [] : [{ label, value }]
