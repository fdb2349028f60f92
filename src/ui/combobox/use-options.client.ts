'use client'

import { useEffect, useRef, useState } from 'react'
import type { ComboOption, LoadOptions } from './combo-option'

const pause = 150

/**
 * Suggestions for what is typed: asked after 150 ms without a key, the question before is dropped. Old suggestions stay
 * until new ones come. `first` is asked at once.
 */
export function useOptions(load: LoadOptions, first: string) {
  const [options, setOptions] = useState<readonly ComboOption[]>([])
  const [state, setState] = useState<'idle' | 'loading' | 'done' | 'failed'>(first === '' ? 'idle' : 'loading')
  const asking = useRef<AbortController | null>(null)

  const send = (text: string) => {
    asking.current?.abort()
    if (text === '') return
    const question = new AbortController()
    asking.current = question
    const answer = (found: readonly ComboOption[], reached: 'done' | 'failed') => {
      if (question.signal.aborted) return
      setOptions(found)
      setState(reached)
    }
    setTimeout(() => {
      if (question.signal.aborted) return
      load(text, question.signal).then(
        (found) => answer(found, 'done'),
        () => answer([], 'failed'),
      )
    }, pause)
  }
  const ask = (typed: string) => {
    const text = typed.trim()
    if (text === '') setOptions([])
    setState(text === '' ? 'idle' : 'loading')
    send(text)
  }
  useEffect(() => {
    send(first)
    return () => asking.current?.abort()
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when the list appears
  }, [])
  return { options, state, ask }
}
