import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { isUnavailable } from '@/platform/problem'
import { setPageStatus } from '@/platform/reply'
import { ProblemPage } from '@/ui/problem-page'

/**
 * A page that says so, with 503 and when to come back, while the database does not answer (6-quality, Reliability).
 * Everything else that is thrown flies on.
 */
export async function answered(page: () => Promise<ReactNode>): Promise<ReactNode> {
  try {
    return await page()
  } catch (error) {
    if (!isUnavailable(error)) throw error
    setPageStatus(503, { 'retry-after': '5' })
    return <ProblemPage kind="unavailable" />
  }
}

/** The same for its metadata: without the record there is nothing to say of it. */
export async function describedOrBare(metadata: () => Promise<Metadata>): Promise<Metadata> {
  try {
    return await metadata()
  } catch (error) {
    if (!isUnavailable(error)) throw error
    return { robots: { index: false } }
  }
}
