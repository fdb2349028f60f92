import { useLocale, useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { countryName } from '@/core/country'
import type { ShownParty } from '@/modules/relations/relation.schema'

const most = 3

/**
 * Ends of a relation by name, each in its language; a place carries its country. `total` is how many there are when not
 * all are given; `except` leaves out the actor whose page this is.
 */
export function PartyNames({
  parties,
  total,
  except,
  withCountry = false,
}: {
  parties: readonly ShownParty[]
  total: number
  except?: string | undefined
  /** Says the country of actors too. */
  withCountry?: boolean
}) {
  const t = useTranslations('relations')
  const locale = useLocale()
  const others = parties.filter((party) => party.actor === null || party.actor.id !== except)
  const shown = others.slice(0, most)
  const rest = total - (parties.length - others.length) - shown.length
  return (
    <>
      {shown.map((party, index) => (
        <Fragment key={index}>
          {index > 0 && ', '}
          <span lang={party.name.language === locale ? undefined : (party.name.language ?? undefined)}>
            {party.name.value}
          </span>
          {(withCountry || party.actor === null) &&
            party.name.value !== countryName(party.country, locale) &&
            ` (${countryName(party.country, locale)})`}
        </Fragment>
      ))}
      {rest > 0 && ` ${t('andMore', { count: rest })}`}
    </>
  )
}
