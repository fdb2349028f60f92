import { ProblemPage } from '@/ui/problem-page'

export default function UnauthorizedPage() {
  return <ProblemPage kind="signIn" />
}
