import { Hono } from 'hono'
import { z } from 'zod'
import { idSchema } from '@/core/id'
import { roundToCsv } from '@/modules/curation/verification.csv'
import { findRoundRows } from '@/modules/curation/verification.queries'
import { roundKey, roundOf } from '@/modules/curation/verification.schema'
import { environment } from '@/platform/env'
import { viewerOfRequest } from '@/platform/session-request'
import { badParameters, refuseOtherVerbs } from './answer'

/** The questions of one round as a file, for whoever asked them. */
export const verification = new Hono()

const asked = z.object({
  curator: z.union([idSchema, z.literal('commons')]),
  round: roundKey.default(roundOf(new Date())),
})

verification.get('/', async (c) => {
  const query = asked.safeParse(c.req.query())
  if (!query.success) return badParameters(query.error.issues.map((issue) => String(issue.path[0])))
  const { curator, round } = query.data
  const territoryId = curator === 'commons' ? null : curator
  const viewer = await viewerOfRequest(c.req.raw)
  const { rows } = await findRoundRows(viewer, { territoryId, round, state: null, after: null, limit: null })
  return c.body(
    roundToCsv(rows, (path) => `${environment().ATLAS_URL}/en${path}`),
    200,
    {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="verification-${round}.csv"`,
      'cache-control': 'private, no-store',
    },
  )
})

refuseOtherVerbs(verification)
