// The whole of zod weighs 30 kB compressed; this comes when the years are opened.
import * as z from 'zod/mini'
import type { Years } from '@/modules/map/year.schema'

const counted = z.array(z.tuple([z.int(), z.int()]))
const answer = z.object({ total: z.int(), now: z.int(), begun: counted, renewed: counted, ended: counted })

/** Reads what `/api/map/years` answered; throws when it is something else. */
export const readYears = (json: unknown): Years => answer.parse(json)
