import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered } from '@/app/answered'
import { filterNames } from '@/app/[locale]/filter-names'
import { pageMetadata } from '@/app/metadata'
import { type GivenParams, paramsOf } from '@/core/address'
import { dateText } from '@/core/date-text'
import type { Locale } from '@/core/localized'
import { mapStateOf } from '@/modules/map/map-state.schema'
import { getScene } from '@/modules/map/scene.queries'
import { MapFrame } from '@/modules/map/ui/map-frame.client'
import { MapSearch } from '@/modules/map/ui/map-search'
import { ShowSwitch } from '@/modules/map/ui/show-switch'
import { wholeOf } from '@/modules/map/ui/map-address'
import { withoutIgnored } from '@/modules/taxonomy/filter.schema'
import { getSettings } from '@/platform/settings'
import { ClientTexts } from '@/ui/client-texts'
import { ScenePanel } from './scene-panel'
import { sceneSentence } from './scene-sentence'
import { selectedOf } from './selected'
import { showOf, stageOf, yearsAsked } from './stage'

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<GivenParams> }

const perPage = 25

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [t, given] = await Promise.all([getTranslations('map'), searchParams])
  return pageMetadata({
    title: t('title'),
    description: t('description'),
    path: '/map',
    index: Object.keys(given).length === 0,
  })
}

/** The home page: search, list and map of what the address says. The list is complete without script. */
export default function MapPage(props: Props) {
  return answered(() => mapPage(props))
}

async function mapPage({ params, searchParams }: Props) {
  const [{ locale }, given, t] = await Promise.all([params, searchParams, getTranslations('map')])
  const all = paramsOf(given)
  const state = mapStateOf(all)
  const query = withoutIgnored(all, state.ignored)
  const [scene, names, settings, stage] = await Promise.all([
    getScene(state, { limit: perPage, locale }),
    filterNames(state.filter, locale),
    getSettings(),
    stageOf(locale),
  ])
  const { selected, back } = selectedOf(scene, state, query)
  return (
    <ClientTexts
      namespaces={['map']}
      parts={{ map: ['list', 'mark', 'noScript', 'picture', 'share', 'sheet', 'skip', 'time', 'tools'] }}
    >
      <MapFrame
        stage={stage({ state, scene, query, tiles: settings.tiles })}
        selected={selected}
        backHref={`/${locale}${back}`}
        wholeHref={wholeOf(query)}
        years={yearsAsked(query, state, scene)}
        sentence={sceneSentence(scene, locale)}
        choice={selected === null ? <ShowSwitch now={showOf(scene)} params={query} /> : null}
        search={
          <MapSearch
            params={query}
            state={state}
            names={names}
            actor={scene.kind === 'actor' ? scene.actor.slug : null}
          />
        }
      >
        <ScenePanel scene={scene} state={state} params={query} locale={locale} />
        <p className="hidden p-5 text-sm print:block">
          {t('picture.source', {
            date: dateText(locale, new Date(), 'day'),
            licence: settings.licence,
            address: ` (${new URL(settings.url).host})`,
          })}
        </p>
      </MapFrame>
    </ClientTexts>
  )
}
