import { currentAtlas } from '@/modules/census/atlas.queries'
import { log } from '@/platform/log'

const tenMinutes = 600_000

/**
 * From now on this process keeps the public atlas in memory (decision 025). Settled when it is there; until then, and
 * while the database cannot be asked, requests go on without it.
 * @returns whether it is there
 */
export async function keepAtlas(): Promise<boolean> {
  globalThis.isAtlasKept = true
  try {
    return (await currentAtlas(tenMinutes)) !== null
  } catch (error) {
    log.warn({ err: error }, 'public atlas not in memory yet')
    return false
  }
}
