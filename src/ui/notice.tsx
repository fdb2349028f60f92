import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

const looks = {
  mark: { box: 'bg-mark-soft text-ink', icon: Info },
  ok: { box: 'bg-ok-soft text-ok', icon: CircleCheck },
  warn: { box: 'bg-warn-soft text-warn', icon: TriangleAlert },
  bad: { box: 'bg-bad-soft text-bad', icon: CircleAlert },
}

/** A sentence that concerns the whole page or form. `mark` = the next thing you must decide. */
export function Notice({
  tone,
  children,
  role,
}: {
  tone: keyof typeof looks
  children: ReactNode
  role?: 'status' | 'alert'
}) {
  const { box, icon: Icon } = looks[tone]
  return (
    <div role={role} className={`flex gap-2.5 rounded-md px-4 py-3.5 text-sm ${box}`}>
      <Icon className="mt-px size-[18px] flex-none" aria-hidden />
      <div className="min-w-0">{children}</div>
    </div>
  )
}
