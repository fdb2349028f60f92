// Bytes in PostgreSQL, in pieces, by their SHA-256: the same ones are stored once.
import { createHash } from 'node:crypto'
import type { Transaction } from '@/platform/bulk'
import { db } from '@/platform/db'

const chunkBytes = 256 * 1024

type Content = { mediaType: string; bytes: Uint8Array; width?: number; height?: number }

/** Keeps bytes, in the transaction of whoever names them; returns their hash. What is there already stays as it is. */
export async function storeContent(
  tx: Transaction,
  { mediaType, bytes, width, height }: Content,
): Promise<{ sha256: string; isNew: boolean }> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  // The row is locked either way, so that what clears the unused waits and then sees that it is used.
  const [row] = await tx.$queryRaw<{ is_new: boolean }[]>`
    INSERT INTO file_content AS f (sha256, media_type, size, width, height)
    VALUES (${sha256}, ${mediaType}, ${bytes.length}, ${width ?? null}, ${height ?? null})
    ON CONFLICT (sha256) DO UPDATE SET unused_since = NULL
    RETURNING (xmax = 0) AS is_new`
  const isNew = row?.is_new === true
  if (isNew)
    for (let from = 0; from < bytes.length; from += chunkBytes)
      await tx.fileChunk.create({
        data: {
          sha256,
          position: from / chunkBytes,
          // A copy: a view would be sent with everything around it.
          bytes: new Uint8Array(bytes.slice(from, from + chunkBytes)),
        },
      })
  return { sha256, isNew }
}

/**
 * Bytes that nothing names any more: noted at first, taken away by a run an hour later. Sizes of a picture go after it.
 * Returns how many were taken away.
 */
export async function clearUnusedContent(): Promise<number> {
  await db.$executeRaw`
    UPDATE file_content f SET unused_since = now()
    WHERE unused_since IS NULL AND created_at < now() - interval '1 hour'
      AND NOT EXISTS (SELECT FROM attachment a WHERE a.sha256 = f.sha256)
      AND NOT EXISTS (SELECT FROM removed_file r WHERE r.sha256 = f.sha256)
      AND NOT EXISTS (SELECT FROM picture_size s WHERE s.sha256 = f.sha256)`
  return db.$executeRaw`
    DELETE FROM file_content f
    WHERE unused_since < now() - interval '1 hour'
      AND NOT EXISTS (SELECT FROM attachment a WHERE a.sha256 = f.sha256)
      AND NOT EXISTS (SELECT FROM removed_file r WHERE r.sha256 = f.sha256)
      AND NOT EXISTS (SELECT FROM picture_size s WHERE s.sha256 = f.sha256)`
}
