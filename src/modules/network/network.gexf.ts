import { escaped } from '@/core/markup'
import { groupsIn, type Network, type NetworkNode } from '@/modules/network/network.schema'

// GEXF 1.3 (https://gexf.net/schema.html), as Gephi writes and reads it.

type Attribute = { name: string; type: 'string' | 'integer'; of: (node: NetworkNode) => string | number | null }

const attributes: readonly Attribute[] = [
  { name: 'kind', type: 'string', of: (node) => node.kind ?? 'place' },
  { name: 'country', type: 'string', of: (node) => node.country },
  { name: 'territory', type: 'string', of: (node) => node.territory },
  { name: 'relations', type: 'integer', of: (node) => node.relations },
  { name: 'degree', type: 'integer', of: (node) => node.degree },
  { name: 'countries_reached', type: 'integer', of: (node) => node.countries },
  { name: 'url', type: 'string', of: (node) => node.slug },
]

const declared = (kind: string, all: readonly { name: string; type: string }[]) =>
  `<attributes class="${kind}">${all.map(({ name, type }) => `<attribute id="${name}" title="${name}" type="${type}"/>`).join('')}</attributes>\n`

/**
 * A network as GEXF 1.3, piece by piece: undirected, weight = number of relations, `groups` the groups of relations a link
 * stands for. `pageOf` makes the address of an actor's page from its slug.
 */
export function* networkToGexf(
  { nodes, links, relations, isWhole }: Network,
  { day, source, pageOf }: { day: string; source: string; pageOf: (slug: string) => string },
): Generator<string> {
  const cut = isWhole ? '' : ` Not the whole network: ${relations.drawn} of ${relations.total} relations are in it.`
  yield `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
<meta lastmodifieddate="${day}"><creator>COMPETE IN Atlas</creator><description>${escaped(source)}.${cut}</description></meta>
<graph defaultedgetype="undirected" mode="static">
`
  yield declared('node', attributes)
  yield declared('edge', [{ name: 'groups', type: 'string' }])
  yield `<nodes count="${nodes.length}">\n`
  for (const node of nodes) {
    const values = attributes.map(({ name, of }) => {
      const value = of(node)
      if (value === null) return ''
      return `<attvalue for="${name}" value="${escaped(name === 'url' ? pageOf(String(value)) : String(value))}"/>`
    })
    yield `<node id="${escaped(node.key)}" label="${escaped(node.name)}"><attvalues>${values.join('')}</attvalues></node>\n`
  }
  yield `</nodes>\n<edges count="${links.from.length}">\n`
  for (let at = 0; at < links.from.length; at += 1) {
    const [from, to] = [nodes[links.from[at] ?? -1]?.key ?? '', nodes[links.to[at] ?? -1]?.key ?? '']
    const groups = groupsIn(links.groups[at] ?? 0).join(' ')
    yield `<edge id="${at}" source="${escaped(from)}" target="${escaped(to)}" weight="${links.weight[at] ?? 1}"><attvalues><attvalue for="groups" value="${groups}"/></attvalues></edge>\n`
  }
  yield `</edges>\n</graph>\n</gexf>\n`
}
