'use client'

import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Candidates } from '@/modules/rounds/candidate.schema'
import type { PracticeChoice } from '@/modules/rounds/choices.schema'
import { askCandidates } from '@/modules/rounds/ui/ask-candidates'

const pause = 200

/**
 * The practices a form knows: the first screenful, and what was found since, so that what is ticked keeps its name.
 * `found` are those that carry the words; null while there are none. `chosen` that are unknown are asked for.
 */
export function useCandidates(
  groupId: string,
  first: Candidates,
  { chosen, locale }: { chosen: readonly string[]; locale: string },
) {
  const [known, setKnown] = useState<readonly PracticeChoice[]>(first.rows)
  const [found, setFound] = useState<{ ids: readonly string[]; left: number } | null>(null)
  const [isLost, setIsLost] = useState(false)
  const [words, setWords] = useState('')
  const asking = useRef<AbortController | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const learn = (rows: readonly PracticeChoice[]) =>
    setKnown((now) => [...now, ...rows.filter(({ value }) => !now.some((one) => one.value === value))])

  const find = (typed: string) => {
    setWords(typed)
    clearTimeout(timer.current)
    asking.current?.abort()
    const q = typed.trim().slice(0, 200)
    if (q === '') return setFound(null)
    const question = new AbortController()
    asking.current = question
    timer.current = setTimeout(() => void look(q, question.signal), pause)
  }
  const look = async (q: string, signal: AbortSignal) => {
    const answer = await askCandidates(groupId, { q }, { locale, signal })
    if (signal.aborted) return
    setIsLost(answer === null)
    if (answer === null) return
    learn(answer.rows)
    setFound({ ids: answer.rows.map(({ value }) => value), left: answer.left })
  }

  const unknown = chosen.filter((id) => !known.some(({ value }) => value === id)).join(' ')
  const name = useEffectEvent((found: Candidates | null) => learn(found?.rows ?? []))
  useEffect(() => {
    if (unknown === '') return undefined
    const question = new AbortController()
    const { signal } = question
    void askCandidates(groupId, { ids: unknown.split(' ') }, { locale, signal }).then((answer) => {
      if (!signal.aborted) name(answer)
    })
    return () => question.abort()
  }, [unknown, groupId, locale])
  useEffect(() => () => asking.current?.abort(), [])
  return { known, words, found, find, isLost, left: found?.left ?? first.left }
}
