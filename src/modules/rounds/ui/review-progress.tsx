/** How many of some things are done, as one bar each: done in ink, the present one marked, the rest a rule. */
export function ReviewProgress({
  total,
  done,
  present,
}: {
  total: number
  done: readonly boolean[]
  present?: number
}) {
  const gap = 3
  const width = (246 - gap * (total - 1)) / total
  return (
    <svg viewBox="0 0 246 6" preserveAspectRatio="none" aria-hidden className="mt-1 block h-1.5 w-full">
      {done.map((isDone, index) => (
        <rect
          key={index}
          x={index * (width + gap)}
          width={Math.max(1, width)}
          height={6}
          rx={3}
          className={index === present ? 'fill-mark' : isDone ? 'fill-ink' : 'fill-rule'}
        />
      ))}
    </svg>
  )
}
