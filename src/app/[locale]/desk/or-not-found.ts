import { isAppError } from '@/core/app-error'

/** What a query answers; null for what is not there or not for this viewer, which is one and the same to them. */
export async function orNotFound<Result>(asked: Promise<Result>): Promise<Result | null> {
  try {
    return await asked
  } catch (error) {
    if (!isAppError(error) || error.code !== 'not-found') throw error
    return null
  }
}
