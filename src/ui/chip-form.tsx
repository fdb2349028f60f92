import type { ReactNode } from 'react'
import { Button } from './button'
import { chipPanelClasses } from './chip-look'

/** The answers of a chip as a GET form that keeps every other parameter. */
export function ChipForm({
  action,
  keep,
  submit,
  children,
}: {
  /** With the language: `/en/actors`. */
  action: string
  keep: readonly (readonly [string, string])[]
  submit: string
  children: ReactNode
}) {
  return (
    <form action={action} method="get" className={`${chipPanelClasses} flex max-h-[60vh] flex-col`}>
      {keep.map(([key, kept], index) => (
        <input key={index} type="hidden" name={key} value={kept} />
      ))}
      <div className="min-h-0 flex-1 overflow-y-auto px-4 py-2">{children}</div>
      <div className="flex justify-end border-t border-rule px-4 py-2.5">
        <Button type="submit" size="small" look="primary">
          {submit}
        </Button>
      </div>
    </form>
  )
}
