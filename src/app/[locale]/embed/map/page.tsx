import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered } from '@/app/answered'
import { sceneSentence } from '@/app/[locale]/map/scene-sentence'
import { selectedOf, stageOf } from '@/app/[locale]/map/stage'
import { addressWith, type GivenParams, paramsOf } from '@/core/address'
import type { Locale } from '@/core/localized'
import { mapParams, mapStateOf } from '@/modules/map/map-state.schema'
import { getScene } from '@/modules/map/scene.queries'
import { EmbedFrame } from '@/modules/map/ui/embed-frame.client'
import { EmbedList } from './embed-list'
import { EmbedOverview } from './embed-overview'
import { withoutIgnored } from '@/modules/taxonomy/filter.schema'
import { getSettings } from '@/platform/settings'
import { ClientTexts } from '@/ui/client-texts'

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<GivenParams> }

const listed = 25

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('map'))('title'), robots: { index: false, follow: false } }
}

/** The map for the page of somebody else: what the address says, without our frame and without cookies. */
export default function EmbeddedMapPage(props: Props) {
  return answered(() => embeddedMap(props))
}

async function embeddedMap({ params, searchParams }: Props) {
  const [{ locale }, given] = await Promise.all([params, searchParams])
  const all = mapParams(paramsOf(given))
  const state = mapStateOf(all)
  const query = withoutIgnored(all, state.ignored)
  const [scene, settings, stage] = await Promise.all([
    getScene(state, { limit: listed, locale }),
    getSettings(),
    stageOf(locale),
  ])
  return (
    <ClientTexts namespaces={['map']} parts={{ map: ['embed', 'mark'] }}>
      <EmbedFrame
        stage={stage({ state, scene, query, tiles: settings.tiles })}
        openHref={`/${locale}${addressWith('/map', query, {})}`}
        backHref={
          selectedOf(scene) === null
            ? null
            : `/${locale}${addressWith('/embed/map', query, { actor: null, relation: null, bbox: null, zoom: null })}`
        }
        sentence={sceneSentence(scene, locale)}
        list={
          scene.kind === 'flows' || scene.kind === 'regions' ? (
            <EmbedOverview scene={scene} params={query} />
          ) : (
            <EmbedList scene={scene} />
          )
        }
      />
    </ClientTexts>
  )
}
