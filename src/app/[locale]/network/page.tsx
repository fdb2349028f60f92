import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered } from '@/app/answered'
import { filterNames } from '@/app/[locale]/filter-names'
import { pageMetadata } from '@/app/metadata'
import { RecordProblem } from '@/app/record-problem'
import { addressWith, type GivenParams, paramsOf } from '@/core/address'
import { countryName } from '@/core/country'
import { found } from '@/core/found'
import type { Locale } from '@/core/localized'
import { encodeKey } from '@/core/page'
import { permanentRedirect } from '@/i18n/navigation'
import { actorSlugAfter, getActor } from '@/modules/actors/actor-detail.queries'
import { shownNameOf } from '@/modules/actors/actor.schema'
import { findNetwork } from '@/modules/network/network.queries'
import { networkStateOf, pageOfNodes } from '@/modules/network/network-state.schema'
import { NetworkView } from '@/modules/network/ui/network-view'
import { withoutIgnored } from '@/modules/taxonomy/filter.schema'
import { getSettings } from '@/platform/settings'
import { ClientTexts } from '@/ui/client-texts'
import { Page } from '@/ui/page'

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<GivenParams> }

const path = '/network'
const perPage = 25

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [t, given] = await Promise.all([getTranslations('network'), searchParams])
  return pageMetadata({
    title: t('title'),
    description: t('description'),
    path,
    index: Object.keys(given).length === 0,
  })
}

/** The relations of the register as a graph, and as a table of the same nodes. */
export default function NetworkPage(props: Props) {
  return answered(() => networkPage(props))
}

async function networkPage({ params, searchParams }: Props) {
  const [{ locale }, given] = await Promise.all([params, searchParams])
  const all = paramsOf(given)
  const state = networkStateOf(all)
  const query = withoutIgnored(all, state.ignored)
  const { filter } = state
  // The network is public whoever looks: an actor that is not has none.
  const asked =
    state.actor === null ? null : await found(state.actor, (key) => getActor(null, key, locale), actorSlugAfter)
  if (asked !== null && 'movedTo' in asked)
    return permanentRedirect({ href: addressWith(path, query, { actor: asked.movedTo }), locale })
  if (asked !== null && 'problem' in asked) return <RecordProblem problem={asked.problem} />
  const actor = asked?.item ?? null
  const [network, names, settings, taxonomy, t] = await Promise.all([
    findNetwork(filter, { actor: actor?.id ?? null, steps: state.steps, locale }),
    filterNames(filter, locale),
    getSettings(),
    getTranslations('taxonomy.kind'),
    getTranslations('network.table'),
  ])
  const { rows, next } = pageOfNodes(
    network.nodes,
    { sort: state.sort, after: state.after, limit: perPage },
    (node, column) =>
      column === 'name'
        ? node.name
        : column === 'country'
          ? countryName(node.country, locale)
          : node.kind === null
            ? t('place')
            : taxonomy(node.kind),
    new Intl.Collator(locale).compare,
  )
  return (
    <Page>
      <ClientTexts namespaces={['network', 'taxonomy', 'ui']} parts={{ taxonomy: ['kind', 'kindPlural'] }}>
        <NetworkView
          params={query}
          state={state}
          network={network}
          centre={
            actor === null ? null : { slug: actor.slug, kind: actor.kind, name: shownNameOf(actor, locale).value }
          }
          page={{ rows, nextHref: next === null ? null : addressWith(path, query, { after: encodeKey(next) }) }}
          names={names}
          settings={{ url: settings.url, licence: settings.licence }}
        />
      </ClientTexts>
    </Page>
  )
}
