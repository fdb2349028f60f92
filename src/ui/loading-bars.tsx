/** Still bars after a moment, with the words of what is coming: "Loading, 64 relations" (LOOK §6, Loading). */
export function LoadingBars({ children }: { children: string }) {
  return (
    <div className="after-a-moment flex flex-col gap-2.5" aria-busy>
      <span className="h-3.5 w-7/10 rounded-sm bg-rule" />
      <span className="h-3.5 w-9/10 rounded-sm bg-rule" />
      <span className="h-3.5 w-45/100 rounded-sm bg-rule" />
      <p role="status" className="text-sm text-ink-2">
        {children}
      </p>
    </div>
  )
}
