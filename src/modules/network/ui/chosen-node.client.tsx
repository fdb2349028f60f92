'use client'

import { X } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { addressWith } from '@/core/address'
import { Link } from '@/i18n/navigation'
import type { NetworkAnswer } from '@/modules/network/network.schema'
import { stepsChoices } from '@/modules/network/choices.schema'
import type { CountryNames } from '@/modules/network/ui/group-names.client'
import { NodeDisc } from '@/modules/network/ui/node-disc'
import type { NetworkWork } from '@/modules/network/ui/use-network.client'
import { IconButton } from '@/ui/icon-button'
import { LinkButton } from '@/ui/link-button'

const shownLinks = 8

/** Those a node is linked with, most relations first. */
function linkedWith({ links }: NetworkAnswer, node: number): { node: number; weight: number }[] {
  const found: { node: number; weight: number }[] = []
  links.from.forEach((from, at) => {
    const to = links.to[at] ?? -1
    const weight = links.weight[at] ?? 1
    if (from === node) found.push({ node: to, weight })
    else if (to === node) found.push({ node: from, weight })
  })
  return found.sort((a, b) => b.weight - a.weight || a.node - b.node)
}

/** What is known of the node that was chosen, whom it is linked with, and the ways to its page and its own network. */
export function ChosenNode({
  data,
  work,
  node,
  countries,
  query,
  onChoose,
}: {
  data: NetworkAnswer
  work: NetworkWork
  node: number
  countries: CountryNames
  /** The parameters of the page. */
  query: string
  onChoose: (node: number | null) => void
}) {
  const t = useTranslations('network')
  const taxonomy = useTranslations('taxonomy')
  const format = useFormatter()
  const { nodes } = data
  const kind = nodes.kind[node] ?? null
  const slug = nodes.slug[node] ?? null
  const links = linkedWith(data, node)
  const community = work.communities?.[node]
  const share = work.betweenness?.values[node]
  return (
    <section aria-labelledby="network-chosen" className="rounded-lg border border-rule bg-sheet p-3.5 text-sm">
      <div className="flex items-start gap-2.5">
        <NodeDisc kind={kind} />
        <div className="min-w-0 flex-1">
          <h2 id="network-chosen" className="font-serif text-lg font-medium tracking-serif wrap-break-word">
            {nodes.name[node]}
          </h2>
          <p className="text-ink-2">
            {kind === null ? t('table.place') : taxonomy(`kind.${kind}`)},{' '}
            {countries[nodes.country[node] ?? ''] ?? nodes.country[node]}
          </p>
        </div>
        <IconButton label={t('chosen.letGo')} icon={<X aria-hidden />} onClick={() => onChoose(null)} />
      </div>
      <p className="mt-2">
        {t('chosen.figures', {
          degree: nodes.degree[node] ?? 0,
          relations: nodes.relations[node] ?? 0,
          countries: nodes.countries[node] ?? 0,
        })}
      </p>
      <p className="text-ink-2">
        {[
          ...(share === undefined
            ? []
            : [`${t('table.betweenness')} ${format.number(share, { style: 'percent', maximumFractionDigits: 2 })}`]),
          ...(community === undefined ? [] : [t('legend.community', { number: community + 1 })]),
        ].join(', ')}
      </p>
      {slug !== null && (
        <>
          <p className="mt-2.5 flex flex-wrap gap-2">
            <LinkButton href={`/actors/${slug}`} size="small">
              {t('chosen.openPage')}
            </LinkButton>
          </p>
          <p className="mt-2.5 text-xs font-label text-ink-2">{t('chosen.within')}</p>
          <ul className="mt-1 flex flex-wrap gap-2">
            {stepsChoices.map((steps) => (
              <li key={steps}>
                <LinkButton
                  href={addressWith('/network', new URLSearchParams(query), { actor: slug, steps: String(steps) })}
                  size="small"
                >
                  {t('ego.step', { count: steps })}
                </LinkButton>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3 className="mt-3 text-xs font-label text-ink-2">{t('chosen.linked')}</h3>
      <ul className="flex flex-col">
        {links.slice(0, shownLinks).map((link) => (
          <li key={link.node}>
            <button
              type="button"
              onClick={() => onChoose(link.node)}
              className="flex min-h-8 w-full items-center gap-2 rounded-md text-left hover:bg-sunk max-phone:min-h-11"
            >
              <NodeDisc kind={nodes.kind[link.node] ?? null} small />
              <span className="min-w-0 flex-1 wrap-break-word underline underline-offset-[.18em]">
                {nodes.name[link.node]}
              </span>
              {link.weight > 1 && <span className="text-ink-3">{t('chosen.times', { count: link.weight })}</span>}
            </button>
          </li>
        ))}
        {links.length > shownLinks && (
          <li className="text-ink-2">
            {slug === null ? (
              t('chosen.others', { count: links.length - shownLinks })
            ) : (
              <Link href={`/actors/${slug}`} prefetch={false}>
                {t('chosen.others', { count: links.length - shownLinks })}
              </Link>
            )}
          </li>
        )}
      </ul>
    </section>
  )
}
