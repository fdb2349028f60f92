'use client'

import { ArrowDown, ArrowUp } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { moveFileHere } from '@/modules/files/file.actions'
import { useFormAction } from '@/ui/form/use-form-action.client'

/** Up and down in the order of the files. The button that was pressed keeps the focus, or the other one at an end. */
export function MoveFile({ id, name, at, count }: { id: string; name: string; at: number; count: number }) {
  const t = useTranslations('files')
  const [, send] = useFormAction(moveFileHere)
  const pressed = useRef<'up' | 'down' | null>(null)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (pressed.current === null) return
    const buttons = [...(form.current?.querySelectorAll('button') ?? [])]
    ;(buttons.find(({ value }) => value === pressed.current) ?? buttons[0])?.focus()
    pressed.current = null
  }, [at])
  const ways = [
    { to: 'up', Icon: ArrowUp, isThere: at > 0 },
    { to: 'down', Icon: ArrowDown, isThere: at < count - 1 },
  ] as const
  return (
    <form ref={form} action={send} className="flex">
      <input type="hidden" name="id" value={id} />
      {ways.map(
        ({ to, Icon, isThere }) =>
          isThere && (
            <button
              key={to}
              type="submit"
              name="to"
              value={to}
              onClick={() => {
                pressed.current = to
              }}
              aria-label={t(to, { name })}
              title={t(to, { name })}
              className="inline-grid size-9 flex-none place-items-center rounded-md text-ink-2 hover:bg-sunk hover:text-ink max-sm:size-11 [&_svg]:size-[18px]"
            >
              <Icon aria-hidden />
            </button>
          ),
      )}
    </form>
  )
}
