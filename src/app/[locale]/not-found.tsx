import { ProblemPage } from '@/ui/problem-page'

export default function NotFoundPage() {
  return <ProblemPage kind="notFound" />
}
