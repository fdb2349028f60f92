import { Hono } from 'hono'
import { decided } from '@/core/decision'
import { locales } from '@/core/localized'
import { escaped } from '@/core/markup'
import { findActorAddresses, findActorAddressStarts } from '@/modules/actors/actor-address.queries'
import { findRelationAddresses, findRelationAddressStarts } from '@/modules/relations/relation-address.queries'
import { findPracticeAddresses, findPracticeAddressStarts } from '@/modules/practices/practice-address.queries'
import { findTerritories } from '@/modules/territories/territory.queries'
import { environment } from '@/platform/env'
import { refuseOtherVerbs } from './answer'

// https://www.sitemaps.org/protocol.html: at most 50,000 addresses and 50 MB a file. Each record has five addresses, and
// each of them names the other languages, so the bytes decide: 2,000 records make about 8 MB.
const recordsInFile = 2000

export const sitemap = new Hono()

type Address = { path: string; changed?: Date }

const xml = (body: string) =>
  new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`, {
    headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=3600' },
  })

/** Slugs are ASCII letters, digits and hyphens; only the operator's own address could carry a mark of XML. */

const urlOf = (language: string, path: string) => escaped(`${environment().ATLAS_URL}/${language}${path}`)

function fileOf(addresses: readonly Address[]): Response {
  decided() // the queries of addresses read what everybody may see
  const entries = addresses.flatMap(({ path, changed }) => {
    const others = locales
      .map((language) => `<xhtml:link rel="alternate" hreflang="${language}" href="${urlOf(language, path)}"/>`)
      .join('')
    const day = changed === undefined ? '' : `<lastmod>${changed.toISOString().slice(0, 10)}</lastmod>`
    return locales.map((language) => `<url><loc>${urlOf(language, path)}</loc>${day}${others}</url>`)
  })
  return xml(
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${entries.join('\n')}\n</urlset>`,
  )
}

const rooms = {
  actors: { starts: findActorAddressStarts, find: findActorAddresses },
  relations: { starts: findRelationAddressStarts, find: findRelationAddresses },
  practices: { starts: findPracticeAddressStarts, find: findPracticeAddresses },
} as const
const roomNames = ['actors', 'relations', 'practices'] as const

sitemap.get('/sitemap.xml', async () => {
  const parts = await Promise.all(
    roomNames.map(async (room) =>
      (await rooms[room].starts(recordsInFile)).map((slug) => `sitemap-${room}.xml?from=${slug}`),
    ),
  )
  const files = ['sitemap-pages.xml', ...parts.flat()].map(
    (file) => `<sitemap><loc>${escaped(`${environment().ATLAS_URL}/${file}`)}</loc></sitemap>`,
  )
  return xml(`<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${files.join('\n')}\n</sitemapindex>`)
})

sitemap.get('/sitemap-pages.xml', async () => {
  const { rows } = await findTerritories({}, { locale: 'en' })
  const pages = [
    'map',
    'actors',
    'relations',
    'network',
    'territories',
    'practices',
    'practices/adoption',
    'about',
    'data',
    'help',
  ]
  return fileOf([
    ...pages.map((page) => ({ path: `/${page}` })),
    ...rows.map(({ slug }) => ({ path: `/territories/${slug}` })),
  ])
})

for (const room of roomNames)
  sitemap.get(`/sitemap-${room}.xml`, async (c) => {
    const found = await rooms[room].find(c.req.query('from') ?? '', recordsInFile)
    return fileOf(found.map(({ slug, updatedAt }) => ({ path: `/${room}/${slug}`, changed: updatedAt })))
  })

refuseOtherVerbs(sitemap)
