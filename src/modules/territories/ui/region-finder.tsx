import { Search } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { Link } from '@/i18n/navigation'
import { Button } from '@/ui/button'
import { SelectField } from '@/ui/select-field'
import type { SelectChoice } from '@/ui/select-options'
import { TextInput } from '@/ui/text-input'

/** Finds a NUTS region by country and name, without script; choosing one fills the form below. */
export function RegionFinder({
  countries,
  country,
  q,
  regions,
}: {
  countries: readonly SelectChoice[]
  country: string
  q: string
  /** null = nothing asked yet. */
  regions: readonly { code: string; level: number; name: string }[] | null
}) {
  const t = useTranslations('territoryForm')
  const locale = useLocale()
  return (
    <section aria-labelledby="finder" className="mb-8 max-w-[34rem] border-b border-rule pb-6">
      <h2 id="finder" className="mb-3 text-lg font-semibold">
        {t('finder')}
      </h2>
      <form action={`/${locale}/desk/territories/new`} method="get" className="flex flex-col gap-4">
        <SelectField
          id="in"
          name="in"
          label={t('country')}
          items={countries}
          empty={t('choose')}
          defaultValue={country}
        />
        <TextInput id="region" name="q" label={t('region')} optional defaultValue={q} />
        <div>
          <Button type="submit" icon={<Search aria-hidden />}>
            {t('find')}
          </Button>
        </div>
      </form>
      {regions !== null && (
        <div role="status" className="mt-4">
          <p className="mb-2 font-semibold">{t('found', { count: regions.length })}</p>
          <ul>
            {regions.map((region) => (
              <li key={region.code} className="border-b border-rule py-1.5">
                <Link
                  href={`/desk/territories/new?in=${country}&nuts=${region.code}#form`}
                  prefetch={false}
                  className="inline-block py-1 font-semibold"
                >
                  {region.name}
                </Link>{' '}
                <span className="text-sm text-ink-2">{region.code}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}
