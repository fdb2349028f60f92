import { currentAtlas } from '@/modules/census/atlas.queries'

/** From now on this process keeps the public atlas in memory, and reads it at once (decision 025). */
export function keepAtlas(): void {
  globalThis.isAtlasKept = true
  void currentAtlas()
}
