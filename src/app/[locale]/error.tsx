'use client'

import { unstable_isUnrecognizedActionError as isOfOldBuild, useParams } from 'next/navigation'
import { Broken } from '@/ui/broken'
import { brokenTextsOf } from '@/core/broken-texts'

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const { locale } = useParams()
  const { digest } = error
  const isUpdated = isOfOldBuild(error)
  return (
    <Broken
      texts={brokenTextsOf(locale)}
      home={`/${String(locale)}/map`}
      digest={isUpdated ? undefined : digest}
      retry={isUpdated ? () => location.reload() : reset}
      isUpdated={isUpdated}
    />
  )
}
