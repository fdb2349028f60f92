import { AppError, requireThat } from '@/core/app-error'
import type { Viewer } from '@/core/viewer'
import { canChangeCodes } from '@/modules/taxonomy/code-entry.policy'
import type { NewCode, RetireCode } from '@/modules/taxonomy/code-entry.schema'
import { themes } from '@/modules/taxonomy/taxonomy.schema'
import type { Transaction } from '@/platform/bulk'
import { db } from '@/platform/db'
import { touchData } from '@/platform/history'

const isBuiltIn = ({ list, code }: { list: string; code: string }) =>
  list === 'theme' && themes.some((theme) => theme === code)

/** Adds an entry, or gives one that was added other labels. Throws `forbidden`, `invalid` for one of the product's own. */
export async function saveCode(viewer: Viewer | null, { list, code, label }: NewCode): Promise<void> {
  requireThat(canChangeCodes(viewer), viewer)
  if (isBuiltIn({ list, code })) throw new AppError('invalid', 'invalid', {}, [{ field: 'code', message: 'codeTaken' }])
  await write(
    viewer,
    'save-code',
    async (tx) => {
      await tx.codeEntry.upsert({
        where: { list_code: { list, code } },
        create: { list, code, label },
        update: { label },
      })
    },
    `${list}.${code}`,
  )
}

/** No longer offers an entry, or offers it again. Throws `forbidden`, `not-found`. */
export async function retireCode(viewer: Viewer | null, { list, code, isRetired }: RetireCode): Promise<void> {
  requireThat(canChangeCodes(viewer), viewer)
  const retiredAt = isRetired === 'yes' ? new Date() : null
  await write(
    viewer,
    'retire-code',
    async (tx) => {
      const where = { list_code: { list, code } }
      if (isBuiltIn({ list, code }))
        return void (await tx.codeEntry.upsert({
          where,
          create: { list, code, label: {}, retiredAt },
          update: { retiredAt },
        }))
      const { count } = await tx.codeEntry.updateMany({ where: { list, code }, data: { retiredAt } })
      if (count === 0) throw new AppError('not-found', 'notFound')
    },
    `${list}.${code}`,
  )
}

async function write(
  viewer: Viewer,
  action: string,
  work: (tx: Transaction) => Promise<void>,
  field: string,
): Promise<void> {
  await db.$transaction(async (tx) => {
    await work(tx)
    await tx.auditEntry.create({ data: { userId: viewer.userId, action, fields: [field] } })
    await touchData(tx)
  })
}
