'use client'

import { useEffect, useState } from 'react'

/** Reads a sentence to screen readers when it changes, at most once a second: the map moves faster than a voice. */
export function Announced({ text }: { text: string }) {
  const [said, setSaid] = useState(text)
  useEffect(() => {
    if (said === text) return
    const timer = setTimeout(() => setSaid(text), 1000)
    return () => clearTimeout(timer)
  }, [said, text])
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  )
}
