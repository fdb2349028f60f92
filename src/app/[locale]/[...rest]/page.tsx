import { setPageStatus } from '@/platform/reply'
import { ProblemPage } from '@/ui/problem-page'

/** Every address of a language that has no page. Next's own notFound() would send an empty body without script. */
export default function UnknownPage() {
  setPageStatus(404)
  return <ProblemPage kind="notFound" />
}
