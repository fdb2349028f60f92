'use client'

import { Plus } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { ComboBox, I18nProvider, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { describedBy } from '@/ui/control'
import { controlClasses } from '@/ui/control-look'
import type { ComboOption } from './combo-option'
import type { ComboboxProps } from './combobox-props'
import { OpenAtOnce } from './open-at-once.client'
import { OptionRow } from './option-row'
import { useOptions } from './use-options.client'

export type ComboboxListProps = Omit<ComboboxProps, 'initial'> & {
  id: string
  initial: { value: string; text: string }
  /** What stood in the plain field when the list took its place. */
  carried: { text: string; focused: boolean }
}

const addKey = 'add'
const rowClasses =
  'flex cursor-pointer items-center gap-2.5 rounded-sm px-2.5 py-2 outline-none data-disabled:cursor-default data-focused:bg-mark-soft'

/** The field with its list of suggestions. Only `Combobox` opens it. */
export function ComboboxList(props: ComboboxListProps) {
  const { name, id, label, hint, error, load, initial, carried, placeholder, onChoose, onAdd, clearOnChoice } = props
  const t = useTranslations('ui.combobox')
  // What was typed before the list was there is a question too.
  const waiting = carried.text !== initial.text && carried.text.trim() !== ''
  const [text, setText] = useState(carried.text)
  const [chosen, setChosen] = useState(
    initial.value === '' || carried.text !== initial.text ? null : { value: initial.value, label: initial.text },
  )
  const { options, state, ask } = useOptions(load, waiting ? carried.text.trim() : '')
  const { 'aria-describedby': description } = describedBy({ id, hint, error })
  const group = useRef<HTMLDivElement>(null)

  const onTyped = (typed: string) => {
    setText(typed)
    if (chosen && typed === chosen.label) return
    setChosen(null)
    ask(typed)
  }
  const onChosen = (option: ComboOption) => {
    onChoose?.(option)
    setText(clearOnChoice ? '' : option.label)
    setChosen(clearOnChoice ? null : option)
    if (clearOnChoice) ask('')
  }
  const typed = text.trim()
  const rows: readonly ComboOption[] =
    onAdd && typed !== '' ? [...options, { value: addKey, label: t('add', { text: typed }) }] : options
  return (
    <I18nProvider locale={useLocale()}>
      <input type="hidden" name={name} value={chosen?.value ?? ''} />
      <input type="hidden" name={`${name}For`} value={chosen?.label ?? ''} />
      <ComboBox
        {...(description && { 'aria-describedby': description })}
        id={id}
        aria-label={label}
        isInvalid={error !== undefined}
        // eslint-disable-next-line jsx-a11y/no-autofocus -- the plain field this one replaces had the focus
        autoFocus={carried.focused}
        allowsCustomValue
        allowsEmptyCollection={typed !== '' && state !== 'idle'}
        items={rows}
        inputValue={text}
        onInputChange={onTyped}
        selectedKey={chosen?.value ?? null}
        onSelectionChange={(key) => {
          const option = options.find(({ value }) => value === key)
          if (option) onChosen(option)
        }}
      >
        {waiting && carried.focused && <OpenAtOnce />}
        <div ref={group}>
          <Input
            name={`${name}Text`}
            {...(placeholder !== undefined && { placeholder })}
            className={`${controlClasses(error !== undefined)} pl-9.5`}
          />
        </div>
        <Popover
          triggerRef={group}
          offset={6}
          className="w-(--trigger-width) overflow-y-auto rounded-lg bg-sheet p-1.5 text-ink shadow-float"
        >
          <ListBox
            aria-label={label}
            className="outline-none"
            renderEmptyState={() => (
              <p className="px-2.5 py-2 text-sm text-ink-2">
                {t(state === 'done' ? 'nothing' : state === 'failed' ? 'failed' : 'loading')}
              </p>
            )}
          >
            {(option: ComboOption) =>
              option.value === addKey ? (
                <ListBoxItem
                  id={addKey}
                  textValue={option.label}
                  className={rowClasses}
                  onAction={() => onAdd?.(typed)}
                >
                  <Plus className="size-[18px] flex-none" aria-hidden />
                  {option.label}
                </ListBoxItem>
              ) : (
                <ListBoxItem
                  id={option.value}
                  textValue={option.label}
                  isDisabled={option.taken !== undefined}
                  className={rowClasses}
                  {...(clearOnChoice && { onAction: () => onChosen(option) })}
                >
                  <OptionRow option={option} typed={typed} />
                </ListBoxItem>
              )
            }
          </ListBox>
        </Popover>
      </ComboBox>
    </I18nProvider>
  )
}
