/** How complete a figure is: a bar and the sentence that says it ("71 % confirmed in 12 months"). `share` is 0 to 1. */
export function CoverageBar({ share, children }: { share: number; children: string }) {
  const width = Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10
  return (
    <div>
      <svg className="block h-[5px] w-full" aria-hidden preserveAspectRatio="none">
        <rect width="100%" height="5" className="fill-rule" />
        <rect width={`${width}%`} height="5" className="fill-ink" />
      </svg>
      <p className="mt-1 text-xs text-ink-2">{children}</p>
    </div>
  )
}
