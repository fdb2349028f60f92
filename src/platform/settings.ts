import { cache } from 'react'
import { z } from 'zod'
import { db } from './db'
import { environment } from './env'
import { log } from './log'

/** What an administrator or the operator says of the whole site. */
export type Settings = {
  /** Public base address, without a slash at the end. */
  url: string
  /** Demonstration data is shown: pages say so and keep search engines out. */
  isDemo: boolean
  licence: string
  /** The operator's raster tiles, shown instead of the ground of our own; null without them. */
  tiles: { url: string; attribution: string } | null
  /** The name (host) of another sign-in service; null without one. */
  signInService: string | null
  /** Who publishes the site; null until it is written. */
  legalNotice: string | null
  /** A mail address or a web address; null until it is written. */
  contact: string | null
}

const text = z.string().trim().min(1).max(2000).nullable().catch(null)

type Written = Pick<Settings, 'legalNotice' | 'contact'>

let known: Written = { legalNotice: null, contact: null }
let quietUntil = 0

/**
 * Settings of the site, as they stand at this request. Never throws: the frame of every page needs them, also the page
 * that says that the database does not answer, and then the last ones known serve, for some seconds without asking.
 */
export const getSettings = cache(async (): Promise<Settings> => {
  if (Date.now() > quietUntil) known = await readWritten()
  const { ATLAS_URL, DEMO, DATA_LICENCE, MAP_TILE_URL, MAP_TILE_ATTRIBUTION, OIDC_ISSUER } = environment()
  const tiles = MAP_TILE_URL ? { url: MAP_TILE_URL, attribution: MAP_TILE_ATTRIBUTION ?? '' } : null
  const signInService = OIDC_ISSUER === undefined ? null : new URL(OIDC_ISSUER).host
  return { url: ATLAS_URL, isDemo: DEMO, licence: DATA_LICENCE, tiles, signInService, ...known }
})

async function readWritten(): Promise<Written> {
  try {
    const rows = await db.setting.findMany({ where: { key: { in: ['legalNotice', 'contact'] } } })
    const value = (key: string) => text.parse(rows.find((row) => row.key === key)?.value ?? null)
    return { legalNotice: value('legalNotice'), contact: value('contact') }
  } catch (error) {
    log.warn({ err: error }, 'settings not read')
    quietUntil = Date.now() + 5000
    return known
  }
}

/** Whether mails leave this installation by themselves. */
export const sendsMail = (): boolean => environment().SMTP_URL !== undefined
