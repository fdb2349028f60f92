import { useLocale, useTranslations } from 'next-intl'
import { countryName } from '@/core/country'
import type { TerritoryDetail } from '@/modules/territories/territory.schema'
import { Breadcrumb } from '@/ui/breadcrumb'
import { DeedLink } from '@/ui/deed-link'
import { dateText } from '@/core/date-text'
import { PrintButton } from '@/ui/print-button.client'

/** Title of a territory's profile with the date of the register; on paper only title and date stay. */
export function TerritoryHead({ territory, today }: { territory: TerritoryDetail; today: Date }) {
  const t = useTranslations('territories')
  const taxonomy = useTranslations('taxonomy')
  const deeds = useTranslations('deeds')
  const locale = useLocale()
  const { parent, name, timeZone } = territory
  const what = [
    t('page.profile'),
    taxonomy(`territoryLevel.${territory.level}`).toLocaleLowerCase(locale),
    countryName(territory.country, locale),
    territory.nutsCode,
  ]
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-4">
      <Breadcrumb
        steps={[
          { label: t('list.title'), href: '/territories' },
          ...(parent === null ? [] : [{ label: parent.name, href: `/territories/${parent.slug}` }]),
          { label: name },
        ]}
      />
      {/* Name first, then what can be done, on a phone. */}
      <div data-screen-only className="flex flex-wrap gap-2 max-sm:order-last max-sm:mb-4">
        <DeedLink deed="suggest" href={`/territories/${territory.slug}/suggest`}>
          {deeds('suggest')}
        </DeedLink>
        <PrintButton label={t('page.print')} />
      </div>
      <header className="mt-2 mb-3 flex basis-full flex-wrap items-end justify-between gap-x-8 gap-y-2 print:mt-0 print:mb-1">
        <div className="min-w-0">
          <p className="text-xs font-label text-ink-2">{what.filter(Boolean).join(', ')}</p>
          <h1 className="font-serif text-2xl tracking-display wrap-break-word sm:text-3xl">
            {t('page.title', { name })}
          </h1>
        </div>
        <p className="text-sm text-ink-2 sm:text-right">
          {t('page.stateOn')} <b className="block text-ink">{dateText(locale, today, 'day', timeZone)}</b>
        </p>
      </header>
    </div>
  )
}
