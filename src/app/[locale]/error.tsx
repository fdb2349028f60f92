'use client'

import { useParams } from 'next/navigation'
import { Broken } from '@/ui/broken'
import { brokenTextsOf } from '@/ui/broken-texts'

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const { locale } = useParams()
  return <Broken texts={brokenTextsOf(locale)} home={`/${String(locale)}/map`} digest={error.digest} retry={reset} />
}
