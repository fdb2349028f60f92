import { PrismaPg } from '@prisma/adapter-pg'
import type { Transaction } from '@prisma/driver-adapter-utils'

function inOrder(transaction: Transaction): Transaction {
  let last: Promise<unknown> = Promise.resolve()
  const after = <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
    const answer = last.then(ask)
    last = answer.catch(() => undefined)
    return answer
  }
  const queryRaw = transaction.queryRaw.bind(transaction)
  const executeRaw = transaction.executeRaw.bind(transaction)
  transaction.queryRaw = (query) => after(() => queryRaw(query))
  transaction.executeRaw = (query) => after(() => executeRaw(query))
  return transaction
}

/**
 * Prisma's adapter, with the statements of a transaction one after the other: Prisma asks for all that is included in a
 * record at once, and pg 9 refuses a second statement on a connection that is still busy with one.
 */
export class OrderlyPg extends PrismaPg {
  override async connect() {
    const adapter = await super.connect()
    const start = adapter.startTransaction.bind(adapter)
    adapter.startTransaction = async (isolation) => inOrder(await start(isolation))
    return adapter
  }
}
