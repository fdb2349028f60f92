import { ProblemPage } from '@/ui/problem-page'

export default function ForbiddenPage() {
  return <ProblemPage kind="forbidden" />
}
