'use client'

import { Image as ImageIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useMemo, useRef, useState, type ReactNode } from 'react'
import { ChosenNode } from '@/modules/network/ui/chosen-node.client'
import { type CountryNames, useGroupName } from '@/modules/network/ui/group-names.client'
import { colorTokenOf, groupingOf } from '@/modules/network/ui/grouping'
import { NetworkBridges } from '@/modules/network/ui/network-bridges.client'
import type { NetworkCanvas, NetworkLook } from '@/modules/network/ui/network-canvas'
import { NetworkContext } from '@/modules/network/ui/network-context'
import { NetworkLegend } from '@/modules/network/ui/network-legend.client'
import { NetworkStage } from '@/modules/network/ui/network-stage.client'
import { nodeSizes } from '@/modules/network/ui/node-sizes'
import { useNetwork } from '@/modules/network/ui/use-network.client'
import { Button } from '@/ui/button'
import type { LoadOptions } from '@/ui/combobox/combo-option'
import { Combobox } from '@/ui/combobox/combobox.client'
import { SelectField } from '@/ui/select-field'

const colorings = ['kind', 'community', 'territory'] as const
const sizings = ['degree', 'betweenness'] as const

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** The picture of a network with all that can be asked of it; the table below it gets what is measured here. */
export function NetworkLab({
  query,
  page,
  count,
  centre,
  countries,
  picture,
  download,
  children,
}: {
  /** Parameters for `/api/network`. */
  query: string
  /** The parameters of the page. */
  page: string
  count: number
  /** Key of the actor whose network it is. */
  centre: string | null
  countries: CountryNames
  picture: { title: string; count: string; source: string }
  download: ReactNode
  /** The table. */
  children: ReactNode
}) {
  const t = useTranslations('network')
  const taxonomy = useTranslations('taxonomy')
  const { work, stop, again, tryAgain } = useNetwork(query)
  const { data, communities, betweenness } = work
  const nameOf = useGroupName(data, countries)
  const [colorBy, setColorBy] = useState<(typeof colorings)[number]>('kind')
  const [sizeBy, setSizeBy] = useState<(typeof sizings)[number]>('degree')
  const [picked, setPicked] = useState<number | null | undefined>(undefined)
  const [litGroup, setLitGroup] = useState<number | null>(null)
  const [said, setSaid] = useState('')
  const canvas = useRef<NetworkCanvas>(null)
  // Whose network it is stands out until something else is chosen.
  const chosen = picked === undefined ? (work.numbers.get(centre ?? '') ?? null) : picked

  const grouping = useMemo(
    () => (data === null ? null : groupingOf(data, colorBy, communities)),
    [data, colorBy, communities],
  )
  const look = useMemo((): NetworkLook => {
    if (data === null) return { colors: [], sizes: [], lit: null, chosen: null }
    const tokens = grouping?.groups.map((_, at) => colorTokenOf(grouping, at)) ?? []
    const lit = new Set<number>()
    if (chosen !== null) {
      lit.add(chosen)
      data.links.from.forEach((from, at) => {
        const to = data.links.to[at] ?? -1
        if (from === chosen) lit.add(to)
        if (to === chosen) lit.add(from)
      })
    } else if (litGroup !== null) grouping?.of.forEach((group, node) => group === litGroup && lit.add(node))
    return {
      colors: data.nodes.key.map((_, node) => tokens[grouping?.of[node] ?? 0] ?? 'rule-strong'),
      sizes: nodeSizes(sizeBy === 'betweenness' && betweenness !== null ? betweenness.values : data.nodes.degree),
      lit: chosen !== null || litGroup !== null ? lit : null,
      chosen,
    }
  }, [data, grouping, chosen, litGroup, sizeBy, betweenness])

  const choose = (node: number | null) => setPicked(node)
  const goTo = (node: number) => {
    setPicked(node)
    canvas.current?.show(node)
  }
  const letGo = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || (chosen === null && litGroup === null)) return
    if (document.querySelector('details[data-popover][open]')) return
    setPicked(null)
    setLitGroup(null)
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => letGo(event)
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])

  const find: LoadOptions = async (text) => {
    if (data === null) return []
    const words = plain(text).split(' ')
    const found = data.nodes.name.flatMap((name, node) => {
      const folded = plain(name)
      return words.every((word) => folded.includes(word)) ? [{ name, node }] : []
    })
    found.sort((a, b) => (data.nodes.degree[b.node] ?? 0) - (data.nodes.degree[a.node] ?? 0))
    return found.slice(0, 12).map(({ name, node }) => {
      const kind = data.nodes.kind[node] ?? null
      const code = data.nodes.country[node] ?? ''
      return {
        value: String(node),
        label: name,
        secondary: `${kind === null ? t('table.place') : taxonomy(`kind.${kind}`)}, ${countries[code] ?? code}`,
        ...(kind === null ? { place: true } : { kind }),
      }
    })
  }

  const save = async () => {
    if (canvas.current === null || grouping === null) return
    setSaid('')
    try {
      const { pictureOf } = await import('@/modules/network/ui/picture')
      const coloured = grouping.groups.map(({ key }, at) => ({ key, token: colorTokenOf(grouping, at) }))
      const legend = coloured
        .filter(({ token }) => token !== 'rule-strong')
        .map(({ key, token }) => ({ label: nameOf(grouping.by, key), token }))
      const url = URL.createObjectURL(await pictureOf(canvas.current, { ...picture, legend }))
      const link = document.createElement('a')
      link.href = url
      link.download = 'network.png'
      link.click()
      setTimeout(() => URL.revokeObjectURL(url), 10_000)
    } catch {
      setSaid(t('download.failed'))
    }
  }

  return (
    <NetworkContext value={work}>
      <div data-screen-only className="grid gap-5 frame:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-3">
          <div className="noscript:hidden">
            <NetworkStage
              {...{ work, count, look }}
              onCanvas={(drawn) => {
                canvas.current = drawn
              }}
              onChoose={choose}
              onStop={stop}
              onAgain={again}
              onTryAgain={tryAgain}
            />
          </div>
          <div className="flex flex-wrap items-center gap-2">
            {download}
            <span className="noscript:hidden">
              <Button
                size="small"
                icon={<ImageIcon aria-hidden />}
                disabled={work.positions === null}
                onClick={() => void save()}
              >
                {t('download.picture')}
              </Button>
            </span>
            <span role="status" className="text-sm text-bad">
              {said}
            </span>
          </div>
        </div>
        <div className="flex min-w-0 flex-col gap-4 noscript:hidden">
          <Combobox
            name="network-find"
            label={t('find.label')}
            placeholder={t('find.placeholder')}
            load={find}
            clearOnChoice
            onChoose={({ value }) => goTo(Number(value))}
          />
          <div aria-live="polite">
            {data !== null && chosen !== null ? (
              <ChosenNode
                data={data}
                work={work}
                node={chosen}
                countries={countries}
                query={page}
                onChoose={(node) => (node === null ? choose(null) : goTo(node))}
              />
            ) : (
              <p className="text-sm text-ink-2">{t('chosen.none')}</p>
            )}
          </div>
          <SelectField
            name="network-color"
            label={t('options.color')}
            items={colorings.map((by) => ({ value: by, label: t(`options.colorBy.${by}`) }))}
            defaultValue={colorBy}
            onChange={({ target }) => {
              setColorBy(colorings.find((by) => by === target.value) ?? 'kind')
              setLitGroup(null)
            }}
          />
          {data !== null && grouping !== null && (
            <div>
              <NetworkLegend
                {...{ data, countries, grouping }}
                lit={chosen === null ? litGroup : null}
                onLight={(group) => {
                  setPicked(null)
                  setLitGroup(group)
                }}
              />
            </div>
          )}
          <SelectField
            name="network-size"
            label={t('options.size')}
            hint={t(`legend.size.${sizeBy}`)}
            items={sizings.map((by) => ({ value: by, label: t(`options.sizeBy.${by}`) }))}
            defaultValue={sizeBy}
            onChange={({ target }) => setSizeBy(sizings.find((by) => by === target.value) ?? 'degree')}
          />
          {betweenness !== null && data !== null && betweenness.sources < data.nodes.key.length && (
            <p className="text-xs text-ink-2">{t('options.sampled', { count: betweenness.sources })}</p>
          )}
        </div>
      </div>
      {data !== null && <NetworkBridges data={data} countries={countries} communities={communities} onChoose={goTo} />}
      {children}
    </NetworkContext>
  )
}
