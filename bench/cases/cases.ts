import type { Pool } from 'pg'
import { encodeKey } from '@/core/page'
import { seeded } from '../data/random'
import {
  type Actor,
  boxOfProgram,
  filtersOfActors,
  filtersOfRelations,
  type Material,
  readMaterial,
  tilesOf,
  viewOfMap,
} from './material'

/**
 * What is asked through HTTP, and what it is measured against: `same SQL`, a bare server that sends the product's own
 * statements; `kept`, one that sends the product's own bytes from memory; `constant`, the product with constant rows.
 */
type Case = {
  subject: string
  name: string
  paths: string[]
  limit: 'same SQL' | 'kept' | 'constant'
  goal?: { p95?: number; kB?: number; ratio?: number }
}

// A browser asks again with each letter.
const asTyped = (names: readonly string[]) =>
  names.map((name, index) => name.slice(0, Math.max(3, Math.ceil(name.length * (0.3 + (index % 8) / 10)))))

/** Every case of the benchmark on one database; each list of paths is the same in every run on it. */
export async function casesOf(pool: Pool): Promise<Case[]> {
  const material = await readMaterial(pool)
  const random = seeded(7)
  const filters = filtersOfActors(material.countries, random)
  const relationFilters = filtersOfRelations(material.countries, random)
  return [
    ...mapCases(material.actors, filters),
    ...relationCases(relationFilters),
    ...facetCases(filters, relationFilters),
    ...networkCases(material, relationFilters),
    ...searchCases(material.names),
    ...apiCases(material),
    ...pageCases(material),
  ]
}

const kept = (subject: string, name: string, paths: string[], goal?: Case['goal']): Case => ({
  ...{ subject, name, paths, limit: 'kept' },
  ...(goal && { goal }),
})

function mapCases(actors: readonly Actor[], filters: readonly string[]): Case[] {
  const map = '/api/map/actors?'
  const at = (zoom: number) => `z${String(zoom)}`
  const quick = { p95: 15, kB: 15, ratio: 0.8 }
  // The whole world in little pieces is no view of a screen.
  const whole = (zoom: number) => (zoom > 4 ? { p95: 15, ratio: 0.8 } : quick)
  const filtered = (zoom: number) => ({ p95: zoom < 2 ? 250 : 60 })
  return [
    ...[0, 2, 4, 6, 8].map((zoom) => kept('clusters', at(zoom), [`${map}zoom=${String(zoom)}`], whole(zoom))),
    ...[0, 2, 4, 6, 8].map((zoom) =>
      kept(
        'clusters',
        `${at(zoom)} filtered`,
        filters.map((query) => `${map}zoom=${String(zoom)}&${query}`),
        filtered(zoom),
      ),
    ),
    ...[6, 8, 11].map((zoom) =>
      kept(
        'clusters',
        `${at(zoom)} in view`,
        actors.map((actor) => map + viewOfMap(actor, zoom)),
        { p95: 15, kB: 15 },
      ),
    ),
    ...[6, 8, 11].map((zoom) =>
      kept(
        'clusters',
        `${at(zoom)} in any box`,
        actors.map((actor) => map + boxOfProgram(actor, zoom)),
        { p95: 60 },
      ),
    ),
    ...[0, 2, 4, 6, 8].map((zoom) => kept('tiles', at(zoom), tilesOf(actors, zoom).slice(0, 64), quick)),
    ...[10, 12, 14].map((zoom) => kept('tiles', `${at(zoom)}, each another`, tilesOf(actors, zoom), { p95: 60 })),
    ...[0, 4, 8, 12].map((zoom) => {
      const tiles = tilesOf(actors, zoom)
      return kept(
        'tiles',
        `${at(zoom)} filtered`,
        filters.map((query, index) => `${tiles[index % tiles.length] ?? ''}?${query}`),
        filtered(zoom),
      )
    }),
  ]
}

function relationCases(filters: readonly string[]): Case[] {
  const flows = (level: string) => `/api/map/relations?level=${level}`
  const regions = (level: string) => `/api/map/regions?measure=relations&level=${level}`
  const both = (subject: string, name: string, path: string) => [
    kept(subject, name, [path]),
    kept(
      subject,
      `${name} filtered`,
      filters.map((query) => `${path}&${query}`),
      { p95: 250 },
    ),
  ]
  return [
    ...['country', 'region', 'city'].flatMap((level) => both('flows', `by ${level}`, flows(level))),
    ...['country', 'nuts2', 'nuts3'].flatMap((level) => both('regions', `relations by ${level}`, regions(level))),
    kept('regions', 'actors by nuts3', ['/api/map/regions?measure=actors&level=nuts3']),
  ]
}

function facetCases(filters: readonly string[], relationFilters: readonly string[]): Case[] {
  const facets = (of: string, facet: string) => `/api/map/facets?of=${of}&facet=${facet}`
  return [
    ...['kind', 'territory', 'type'].map((facet) =>
      kept(
        'facets',
        `${facet} of actors`,
        filters.map((query) => `${facets('actors', facet)}&${query}`),
        { p95: 250 },
      ),
    ),
    ...['country', 'type', 'programme'].map((facet) =>
      kept(
        'facets',
        `${facet} of relations`,
        relationFilters.map((query) => `${facets('relations', facet)}&${query}`),
        { p95: 250 },
      ),
    ),
    kept('facets', 'country of actors, no filter', [facets('actors', 'country')]),
    kept('facets', 'country of relations, no filter', [facets('relations', 'country')]),
    kept('years', 'no filter', ['/api/map/years']),
    kept(
      'years',
      'filtered',
      relationFilters.map((query) => `/api/map/years?${query}`),
      { p95: 250 },
    ),
  ]
}

function networkCases({ actors, territories }: Material, filters: readonly string[]): Case[] {
  return [
    kept('network', 'whole', ['/api/network']),
    kept(
      'network',
      'filtered',
      filters.map((query) => `/api/network?${query}`),
    ),
    kept(
      'network',
      'of a territory',
      territories.map((slug) => `/api/network?territory=${slug}`),
    ),
    kept(
      'network',
      'around an actor, one step',
      actors.map(({ slug }) => `/api/network?actor=${slug}&steps=1`),
    ),
  ]
}

const searchCases = (names: readonly string[]): Case[] => {
  const search = (texts: readonly string[]) =>
    texts.map((text) => `/api/v1/search?limit=10&kinds=actor&q=${encodeURIComponent(text)}`)
  return [
    { subject: 'search', name: 'one typing error', paths: search(names), limit: 'same SQL', goal: { p95: 25 } },
    { subject: 'search', name: 'while typing', paths: search(asTyped(names)), limit: 'same SQL', goal: { p95: 25 } },
    kept(
      'search',
      'while typing, every kind',
      asTyped(names).map((text) => `/api/v1/search?limit=5&q=${encodeURIComponent(text)}`),
    ),
  ]
}

function apiCases({ actors, relations }: Material): Case[] {
  const api = (name: string, paths: string[]): Case => ({ subject: 'api', name, paths, limit: 'same SQL' })
  const after = actors.map(({ folded_label: label, id }) => `after=${encodeKey([label, id])}`)
  return [
    api('100 actors with exact count, first', ['/api/v1/actors?limit=100']),
    api(
      '100 actors with exact count, far',
      after.map((key) => `/api/v1/actors?limit=100&${key}`),
    ),
    api(
      'actor',
      actors.map(({ slug }) => `/api/v1/actors/${slug}`),
    ),
    kept(
      'api',
      'relation',
      relations.map(({ slug }) => `/api/v1/relations/${slug}`),
    ),
  ]
}

function pageCases({ actors, relations, territories, names }: Material): Case[] {
  const page = (name: string, paths: string[]): Case => ({
    ...{ subject: 'pages', name, paths, limit: 'constant' },
    goal: { ratio: 0.5 },
  })
  const afterActor = actors.map(({ folded_label: label, id }) => `after=${encodeKey([label, id])}`)
  const afterRelation = relations.map(({ folded_title: title, id }) => `after=${encodeKey([title, id])}`)
  return [
    page('about', ['/en/about']),
    page('actors, first', ['/en/actors']),
    page(
      'actors, far',
      afterActor.map((key) => `/en/actors?${key}`),
    ),
    page(
      'actor',
      actors.map(({ slug }) => `/en/actors/${slug}`),
    ),
    page(
      'relations, far',
      afterRelation.map((key) => `/en/relations?${key}`),
    ),
    page(
      'relation',
      relations.map(({ slug }) => `/en/relations/${slug}`),
    ),
    page(
      'territory',
      territories.map((slug) => `/en/territories/${slug}`),
    ),
    page(
      'search',
      names.map((name) => `/en/search?q=${encodeURIComponent(name)}`),
    ),
    page('map', ['/en/map']),
    page('network', ['/en/network']),
  ]
}
