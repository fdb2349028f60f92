'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { bridgesBetween, graphOf } from '@/core/graph'
import type { NetworkAnswer } from '@/modules/network/network.schema'
import { type CountryNames, useGroupName } from '@/modules/network/ui/group-names.client'
import { type GroupBy, groupingOf } from '@/modules/network/ui/grouping'
import { NodeDisc } from '@/modules/network/ui/node-disc'
import { SelectField } from '@/ui/select-field'

const choices = ['kind', 'country', 'territory', 'community'] as const
const shown = 15
// An option without a value is the empty one: whoever has no territory has another value.
const [valueOf, keyOf] = [(key: string) => `=${key}`, (value: string) => (value === '' ? null : value.slice(1))]

/** Keys of the two groups; null = not chosen. */
type Pair = readonly [string | null, string | null]
const nobody: Pair = [null, null]

/** Who connects two groups: two are chosen, and those linked with both stand in a list, most pairs joined first. */
export function NetworkBridges({
  data,
  countries,
  communities,
  onChoose,
}: {
  data: NetworkAnswer
  countries: CountryNames
  communities: Int32Array | null
  onChoose: (node: number) => void
}) {
  const t = useTranslations('network')
  const format = useFormatter()
  const nameOf = useGroupName(data, countries)
  const [by, setBy] = useState<GroupBy>('kind')
  const [pair, setPair] = useState<Pair>(nobody)
  const grouping = useMemo(() => groupingOf(data, by, communities), [data, by, communities])
  const graph = useMemo(() => graphOf(data.nodes.key.length, data.links.from, data.links.to), [data])
  const numberOf = (key: string | null) =>
    key === null ? -1 : (grouping?.groups.findIndex((group) => group.key === key) ?? -1)
  const [one, other] = [numberOf(pair[0]), numberOf(pair[1])]
  const isAsked = grouping !== null && one >= 0 && other >= 0
  const bridges = useMemo(
    () => (isAsked && one !== other ? bridgesBetween(graph, grouping.of, one, other) : []),
    [graph, grouping, isAsked, one, other],
  )
  const items = (grouping?.groups ?? []).slice(0, 250).map(({ key, count }) => ({
    value: valueOf(key),
    label: `${nameOf(by, key)} (${format.number(count)})`,
  }))
  const names = pair.map((key) => (key === null ? '' : nameOf(by, key)))
  return (
    <section aria-labelledby="network-bridges" className="mt-8" data-screen-only>
      <h2 id="network-bridges" className="mb-1 text-lg font-semibold">
        {t('bridge.title')}
      </h2>
      <p className="mb-3 max-w-[45rem] text-sm text-ink-2">{t('bridge.explained')}</p>
      <div className="grid gap-4 phone:grid-cols-3">
        <SelectField
          name="bridge-by"
          label={t('bridge.by')}
          items={choices.map((choice) => ({ value: choice, label: t(`bridge.byChoice.${choice}`) }))}
          defaultValue={by}
          onChange={({ target }) => {
            setBy(choices.find((choice) => choice === target.value) ?? 'kind')
            setPair(nobody)
          }}
        />
        {(['first', 'second'] as const).map((side, at) => (
          <SelectField
            key={`${side} ${by}`}
            name={`bridge-${side}`}
            label={t(`bridge.${side}`)}
            items={items}
            empty="–"
            defaultValue=""
            onChange={({ target }) => {
              const key = keyOf(target.value)
              setPair(([first, second]) => (at === 0 ? [key, second] : [first, key]))
            }}
          />
        ))}
      </div>
      <div aria-live="polite" className="mt-3 text-sm">
        {grouping === null && <p className="text-ink-2">{t('bridge.wait')}</p>}
        {isAsked && one === other && <p className="text-ink-2">{t('bridge.same')}</p>}
        {isAsked && one !== other && (
          <p className="font-semibold">
            {bridges.length === 0 ? t('bridge.nobody') : t('bridge.found', { count: bridges.length })}
          </p>
        )}
      </div>
      {isAsked && bridges.length > 0 && (
        <ol className="mt-2 grid gap-x-8 frame:grid-cols-2">
          {bridges.slice(0, shown).map(({ node, first, second, pairs }) => (
            <li key={node} className="flex items-start gap-2.5 border-b border-rule py-2 text-sm">
              <NodeDisc kind={data.nodes.kind[node] ?? null} />
              <span className="min-w-0">
                <button
                  type="button"
                  onClick={() => onChoose(node)}
                  className="text-left text-md font-semibold wrap-break-word underline underline-offset-[.18em]"
                >
                  {data.nodes.name[node]}
                </button>
                <span className="block text-ink-2">
                  {t('bridge.joins', { pairs })}:{' '}
                  {t('bridge.links', { first, second, one: names[0] ?? '', other: names[1] ?? '' })}
                </span>
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
