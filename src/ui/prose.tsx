import type { ReactNode } from 'react'

/** Reading text: 18/1.6, at most 66 characters a line. */
export function Prose({ children }: { children: ReactNode }) {
  return (
    <div className="flex max-w-[66ch] flex-col gap-3 text-lg/[1.6] [&_h2]:mt-5 [&_h2]:font-serif [&_h2]:text-xl [&_h2]:tracking-serif [&_li]:mb-1.5 [&_ul]:list-disc [&_ul]:pl-5">
      {children}
    </div>
  )
}
