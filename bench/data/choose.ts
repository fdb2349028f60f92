import type { Candidate } from './candidate'
import { type Network, type Project, readNamedOrganisations, readNetwork, unnamed } from './cordis'
import { readEsif, readIndicePa, readInterreg, readKohesio, readMuseums } from './national'
import { shuffled } from './random'
import { readRor } from './ror'

/** All files together hold about this many bodies; a smaller database takes the same share of each of them. */
const whole = 100_000
/** Share of the actors that are participants of the projects taken. */
const networkShare = 0.23

type Chosen = { candidates: Candidate[]; projects: Project[] }

/** Participants of `projects`, those with a name first, then those in most projects. */
function participants(network: Network, named: ReadonlyMap<string, Candidate>, projects: readonly Project[]) {
  const degrees = new Map<string, number>()
  for (const { ends } of projects) for (const { pic } of ends) degrees.set(pic, (degrees.get(pic) ?? 0) + 1)
  const rank = ([pic, degree]: [string, number]) => degree + (named.has(pic) ? 10_000 : 0)
  return [...degrees]
    .sort((a, b) => rank(b) - rank(a) || a[0].localeCompare(b[0]))
    .flatMap(([pic]) => {
      const facts = network.organisations.get(pic)
      return named.get(pic) ?? (facts === undefined ? [] : unnamed(pic, facts))
    })
}

/** Two rows of a file that name the same body count once. */
const recordKey = ({ source, recordId }: Candidate) =>
  `${source} ${recordId.normalize('NFC').replace(/\s+/g, ' ').trim()}`

/** `size` bodies of the published files, and the projects that join some of them; the same ones in every run. */
export async function choose(size: number, random: () => number): Promise<Chosen> {
  const network = await readNetwork()
  const named = await readNamedOrganisations(network)
  const share = Math.min(1, size / whole)
  const projects = shuffled(network.projects, random).slice(0, Math.ceil(network.projects.length * share))
  const joined = participants(network, named, projects)
  const inNetwork = joined.slice(0, Math.round(size * networkShare))
  const others = [
    ...[...named].flatMap(([pic, candidate]) => (network.organisations.has(pic) ? [] : candidate)),
    ...(await readRor()),
    ...(await readIndicePa()),
    ...(await readKohesio()),
    ...(await readEsif()),
    ...(await readMuseums()),
    ...(await readInterreg()),
  ]
  const distinct = [...new Map(others.map((candidate) => [recordKey(candidate), candidate])).values()]
  const rest = shuffled(distinct, random).slice(0, size - inNetwork.length)
  const fill = joined.slice(inNetwork.length, inNetwork.length + size - inNetwork.length - rest.length)
  return { candidates: shuffled([...inNetwork, ...rest, ...fill], random), projects }
}
