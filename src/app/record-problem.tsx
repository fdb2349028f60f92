import { setPageStatus } from '@/platform/reply'
import { ProblemPage } from '@/ui/problem-page'

/** A record that cannot be shown. 9-decisions, Statuses: pages answer 404 for archived records too, with a tombstone. */
export function RecordProblem({ problem }: { problem: 'notFound' | 'gone' }) {
  setPageStatus(404)
  return <ProblemPage kind={problem} />
}
