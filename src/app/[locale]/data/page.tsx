import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { pageMetadata } from '@/app/metadata'
import { getSettings } from '@/platform/settings'
import { DataTable } from '@/ui/data-table'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { Prose } from '@/ui/prose'
import { proseTags } from '@/ui/prose-tags'

// Licences are proper names; those that are not are keys of the messages.
const sources = [
  { key: 'geonames', name: 'GeoNames', url: 'https://www.geonames.org', licence: 'CC BY 4.0' },
  { key: 'nuts', name: 'Eurostat GISCO, NUTS 2021', url: 'https://ec.europa.eu/eurostat/web/gisco', text: 'gisco' },
  { key: 'naturalEarth', name: 'Natural Earth', url: 'https://www.naturalearthdata.com', text: 'publicDomain' },
  {
    key: 'nace',
    name: 'Eurostat, NACE Rev. 2 © European Union',
    url: 'https://ec.europa.eu/eurostat/web/nace',
    licence: 'CC BY 4.0',
  },
  { key: 'isced', name: 'UNESCO Institute for Statistics, ISCED-F 2013', url: 'https://uis.unesco.org', text: 'reuse' },
  {
    key: 'countries',
    name: 'i18n-iso-countries',
    url: 'https://github.com/michaelwittig/node-i18n-iso-countries',
    licence: 'MIT',
  },
  { key: 'regions', name: 'United Nations, M49', url: 'https://unstats.un.org/unsd/methodology/m49', text: 'reuse' },
  { key: 'wikidata', name: 'Wikidata', url: 'https://www.wikidata.org', licence: 'CC0 1.0' },
  { key: 'cordis', name: 'CORDIS', url: 'https://cordis.europa.eu', licence: 'CC BY 4.0' },
  { key: 'interreg', name: 'Interreg Europe', url: 'https://www.interregeurope.eu/competein', text: 'ownWords' },
  { key: 'fonts', name: 'Fontsource', url: 'https://fontsource.org', licence: 'SIL OFL 1.1' },
  { key: 'icons', name: 'Lucide', url: 'https://lucide.dev', licence: 'ISC' },
] as const

/** Where other programs read the map. */
const addresses = [
  { key: 'tilejson', path: '/tiles/actors.json' },
  { key: 'template', path: '/tiles/actors/{z}/{x}/{y}.mvt' },
  { key: 'geojson', path: '/api/map/actors?bbox=9,44,12,46&zoom=8' },
] as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('data')
  return pageMetadata({ title: t('title'), description: t('lead'), path: '/data' })
}

export default async function DataPage() {
  const [t, settings] = await Promise.all([getTranslations('data'), getSettings()])
  return (
    <Page>
      <PageHead title={t('title')} />
      <Prose>
        <p className="font-serif text-xl">{t('lead')}</p>
        <h2>{t('register.title')}</h2>
        <p>{t('register.one', { licence: settings.licence })}</p>
        <p>{t('register.two')}</p>
      </Prose>
      <div className="mt-8 max-w-[60rem]">
        <DataTable
          caption={t('list')}
          rows={sources}
          rowKey={(source) => source.key}
          columns={[
            {
              key: 'source',
              label: t('source'),
              cell: (source) => (
                <a href={source.url} rel="noopener" className="font-semibold">
                  {source.name}
                </a>
              ),
            },
            { key: 'taken', label: t('taken'), cell: (source) => t(`sources.${source.key}`) },
            {
              key: 'licence',
              label: t('licence'),
              cell: (source) => ('licence' in source ? source.licence : t(source.text)),
              stacked: 'labelled',
            },
          ]}
        />
      </div>
      <Prose>
        <h2 id="tiles">{t('tiles.title')}</h2>
        <p>{t('tiles.one')}</p>
        <dl>
          {addresses.map(({ key, path }) => (
            <div key={key}>
              <dt>{t(`tiles.${key}`)}</dt>
              <dd>{proseTags.code(`${settings.url}${path}`)}</dd>
            </div>
          ))}
        </dl>
        <p>{t.rich('tiles.two', proseTags)}</p>
        <h2>{t('wrong.title')}</h2>
        <p>{t('wrong.one')}</p>
      </Prose>
    </Page>
  )
}
