'use client'

import { Archive, BadgeCheck, Check, Tag } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react'
import { textAt } from '@/core/form-values'
import { doToSelected } from '@/modules/desk/bulk.actions'
import type { BulkDeedName, BulkKind, DeskListing } from '@/modules/desk/bulk.schema'
import { mostAtOnce } from '@/modules/desk/choices.schema'
import { Button } from '@/ui/button'
import { Checkbox } from '@/ui/checkbox'
import { controlClasses } from '@/ui/control-look'
import { fieldText } from '@/ui/field-text'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { Notice } from '@/ui/notice'

const icons = { publish: Check, verify: BadgeCheck, tag: Tag, archive: Archive }

/**
 * A list whose rows are ticked, or all that match, and one deed for them. Works without script; with it, what is ticked is
 * counted, the page is ticked at once, and Shift ticks everything between two rows.
 */
export function BulkForm({
  kind,
  list,
  deeds,
  tags,
  total,
  shown,
  children,
}: {
  kind: BulkKind
  list: DeskListing
  deeds: readonly BulkDeedName[]
  /** What may be added; empty = free words. */
  tags: readonly { value: string; label: string }[]
  total: number
  shown: number
  /** The rows, each with a checkbox `ids[]`. */
  children: ReactNode
}) {
  const t = useTranslations('bulk')
  const errors = useTranslations('errors')
  const moves = useTranslations('form.moves')
  const [state, send, isPending] = useFormAction(doToSelected)
  const form = useRef<HTMLFormElement>(null)
  const [ticked, setTicked] = useState(0)
  const last = useRef<HTMLInputElement | null>(null)
  const boxes = () => [...(form.current?.querySelectorAll<HTMLInputElement>('input[name="ids[]"]') ?? [])]
  const count = () => setTicked(boxes().filter(({ checked }) => checked).length)
  const onClick = useEffectEvent((event: MouseEvent) => {
    const box = event.target
    if (!(box instanceof HTMLInputElement) || box.name !== 'ids[]') return
    const all = boxes()
    const [from, to] = [last.current === null ? -1 : all.indexOf(last.current), all.indexOf(box)]
    if (event.shiftKey && from >= 0)
      for (const one of all.slice(Math.min(from, to), Math.max(from, to) + 1)) one.checked = box.checked
    last.current = box
    count()
  })
  useEffect(() => {
    const node = form.current
    const heard = (event: MouseEvent) => onClick(event)
    node?.addEventListener('click', heard)
    return () => node?.removeEventListener('click', heard)
  }, [])
  const tickPage = () => {
    const all = boxes()
    const isFull = all.every(({ checked }) => checked)
    for (const box of all) box.checked = !isFull
    count()
  }
  const fault = state.refusal ?? state.problems[0]
  return (
    <form ref={form} action={send} noValidate>
      <input type="hidden" name="kind" value={kind} />
      {Object.entries(list).map(([name, value]) => (
        <input key={name} type="hidden" name={`list.${name}`} value={value} />
      ))}
      <div className="mb-2 flex flex-col gap-2 rounded-lg bg-sheet px-4 py-3 shadow-sheet sm:sticky sm:top-2 sm:z-20">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <span className="noscript:hidden">
            <Button size="small" onClick={tickPage}>
              {t('page')}
            </Button>
          </span>
          {total > shown && total <= mostAtOnce && (
            <Checkbox name="all" value="1">
              {t('all', { count: total })}
            </Checkbox>
          )}
          <output className="text-sm text-ink-2 noscript:hidden">{t('ticked', { count: ticked })}</output>
        </div>
        <div className="flex flex-wrap items-end gap-2">
          {deeds.map((deed) => {
            const Icon = icons[deed]
            const button = (
              <Button
                key={deed}
                type="submit"
                name="deed"
                value={deed}
                size="small"
                look={deed === 'archive' ? 'destructive' : 'secondary'}
                icon={<Icon aria-hidden />}
                busy={isPending}
                busyLabel={moves('busy')}
              >
                {t(`deed.${deed}`)}
              </Button>
            )
            if (deed !== 'tag') return button
            return (
              <span key={deed} className="flex flex-wrap items-end gap-1.5">
                <label className="flex flex-col text-xs font-label text-ink-2">
                  {t(kind === 'actor' ? 'tagName' : 'themeName')}
                  {tags.length === 0 ? (
                    <input
                      name="addTag"
                      maxLength={60}
                      defaultValue={textAt(state.values, 'addTag')}
                      className={`${controlClasses(false)} min-h-8 py-0.5 text-sm`}
                    />
                  ) : (
                    <select
                      key={state.turn}
                      name="addTag"
                      defaultValue={textAt(state.values, 'addTag')}
                      className={`${controlClasses(false)} min-h-8 py-0.5 text-sm`}
                    >
                      <option value="" />
                      {tags.map(({ value, label }) => (
                        <option key={value} value={value}>
                          {label}
                        </option>
                      ))}
                    </select>
                  )}
                </label>
                {button}
              </span>
            )
          })}
        </div>
        {fault && (
          <Notice tone="bad" role="alert">
            {fieldText(errors, fault)}
          </Notice>
        )}
      </div>
      {children}
    </form>
  )
}
