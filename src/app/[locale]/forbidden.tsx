import { currentSession } from '@/platform/session'
import { ProblemPage } from '@/ui/problem-page'

/** Whose roles wait for a second factor learns that, and where to set it up. */
export default async function ForbiddenPage() {
  const session = await currentSession()
  return <ProblemPage kind={session?.lacksSecondFactor === true ? 'secondFactor' : 'forbidden'} />
}
