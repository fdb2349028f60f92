/** How many of some things are done, as one bar each: done in ink, the present one marked, the rest a rule. */
export function ReviewProgress({ done, present }: { done: readonly boolean[]; present?: number }) {
  return (
    <div aria-hidden className="mt-1 flex gap-0.5 overflow-hidden">
      {done.map((isDone, index) => (
        <span
          key={index}
          className={`h-1.5 min-w-0 flex-1 rounded-full ${index === present ? 'bg-mark' : isDone ? 'bg-ink' : 'bg-rule'}`}
        />
      ))}
    </div>
  )
}
