'use client'

import { useLocale } from 'next-intl'
import { useEffect, useState } from 'react'
import { type SearchAnswer, searchAnswerSchema } from '@/modules/search/search.schema'

const pause = 150
const perGroup = 4

/** What the register has for the text, asked after 150 ms without a key. The old answer stays until the new one comes. */
export function useAnswer(typed: string) {
  const locale = useLocale()
  const text = typed.trim()
  const [got, setGot] = useState<{ for: string; answer: SearchAnswer | null } | null>(null)
  const isAsked = text.length >= 2
  useEffect(() => {
    if (!isAsked) return
    const question = new AbortController()
    const timer = setTimeout(() => {
      ask(text, locale, question.signal).then(
        (answer) => setGot({ for: text, answer }),
        () => {
          if (!question.signal.aborted) setGot({ for: text, answer: null })
        },
      )
    }, pause)
    return () => {
      clearTimeout(timer)
      question.abort()
    }
  }, [text, locale, isAsked])
  const isAnswered = got?.for === text
  const state: 'idle' | 'loading' | 'failed' | 'done' = !isAsked
    ? 'idle'
    : !isAnswered
      ? 'loading'
      : got.answer === null
        ? 'failed'
        : 'done'
  return { answer: isAsked ? (got?.answer ?? null) : null, state }
}

async function ask(text: string, locale: string, signal: AbortSignal): Promise<SearchAnswer> {
  const query = new URLSearchParams({ q: text, lang: locale, limit: String(perGroup) })
  const answer = await fetch(`/api/v1/search?${query.toString()}`, { signal })
  if (!answer.ok) throw new Error(String(answer.status))
  return searchAnswerSchema.parse(await answer.json())
}
