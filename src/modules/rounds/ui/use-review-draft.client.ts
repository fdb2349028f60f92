'use client'

import { useRouter } from 'next/navigation'
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react'
import { newId } from '@/core/new-id'
import { type DraftNews, type DraftState, ReviewKeeper, type Saved } from '@/modules/rounds/ui/review-keeper'

/**
 * A review that is kept while it is typed (`ReviewKeeper`). `version` and `writer` are what the form itself sends; what
 * was typed, restored or found stale is told to `onNews`.
 */
export function useReviewDraft(
  form: RefObject<HTMLFormElement | null>,
  {
    isPaused,
    onNews,
    ...about
  }: { id: string; owner: string; stored: Saved; isPaused: boolean; onNews: (news: DraftNews) => void },
) {
  const router = useRouter()
  const keeper = useRef<ReviewKeeper | null>(null)
  const [writer] = useState(() => newId().slice(-12))
  const [version, setVersion] = useState(about.stored.version)
  const [draft, setDraft] = useState<{ state: DraftState; savedAt: Date | null }>({ state: 'untouched', savedAt: null })
  const hear = useEffectEvent((news: DraftNews) => {
    if (news.kind === 'version') setVersion(news.version)
    else if (news.kind === 'state') setDraft((now) => ({ state: news.state, savedAt: news.savedAt ?? now.savedAt }))
    // The page itself says why, and what stands.
    else if (news.kind === 'over') router.refresh()
    else onNews(news)
  })
  const start = useEffectEvent(() => {
    if (form.current === null) return undefined
    keeper.current = new ReviewKeeper(form.current, { ...about, writer }, (news) => hear(news))
    return keeper.current.start()
  })
  useEffect(() => start(), [])
  useEffect(() => keeper.current?.pause(isPaused), [isPaused])
  return { ...draft, version, writer }
}
