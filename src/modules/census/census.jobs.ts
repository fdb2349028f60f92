import { currentAtlas } from '@/modules/census/atlas.queries'

const tenMinutes = 600_000

/** From now on this process keeps the public atlas in memory (decision 025). Settled as soon as it is there. */
export async function keepAtlas(): Promise<void> {
  globalThis.isAtlasKept = true
  await currentAtlas(tenMinutes)
}
