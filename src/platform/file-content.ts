import { db } from '@/platform/db'

const chunkOf = async (sha256: string, position: number): Promise<Uint8Array<ArrayBuffer> | null> =>
  (await db.fileChunk.findUnique({ where: { sha256_position: { sha256, position } }, select: { bytes: true } }))
    ?.bytes ?? null

/**
 * Bytes as a stream that reads one piece at a time, as fast as they are taken; null when they are not there. What is taken
 * from its record meanwhile arrives whole: its bytes stay for an hour.
 */
export async function streamContent(sha256: string): Promise<ReadableStream<Uint8Array<ArrayBuffer>> | null> {
  let next = await chunkOf(sha256, 0)
  if (next === null) return null
  let position = 0
  return new ReadableStream(
    {
      async pull(controller) {
        if (next === null) return controller.close()
        controller.enqueue(next)
        next = await chunkOf(sha256, ++position)
        if (next === null) controller.close()
      },
    },
    { highWaterMark: 0 },
  )
}
