import { forbidden } from 'next/navigation'
import { isAppError } from '@/core/app-error'

/** What a query answers, or which page stands in its place; what this viewer may not do is the page that says so. */
export async function orProblem<Result>(asked: Promise<Result>): Promise<Result | 'notFound' | 'gone'> {
  try {
    return await asked
  } catch (error) {
    if (!isAppError(error)) throw error
    if (error.code === 'forbidden') forbidden()
    if (error.code !== 'gone' && error.code !== 'not-found') throw error
    return error.code === 'gone' ? 'gone' : 'notFound'
  }
}
