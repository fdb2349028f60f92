'use client'

import { Upload } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useId, useRef, useState } from 'react'
import { mostFileBytes } from '@/modules/files/choices.schema'
import { Button } from '@/ui/button'
import { fieldText } from '@/ui/field-text'
import { Notice } from '@/ui/notice'
import type { SelectChoice } from '@/ui/select-options'
import { FileFields, faultOfAnswer } from './file-fields'

type Fault = ReturnType<typeof faultOfAnswer>

/** One chosen file with its fields. Whatever is refused or lost on the way, the file and what was typed stay. */
export function FileToSend({
  file,
  to,
  languages,
  language,
  isFirst,
  onLeft,
  onSent,
}: {
  file: File
  to: string
  languages: readonly SelectChoice[]
  language: string
  /** The first one takes the focus when it comes. */
  isFirst: boolean
  onLeft: () => void
  onSent: (added: { pending: boolean }) => void
}) {
  const t = useTranslations('files')
  const errors = useTranslations('errors')
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const isPicture = /^image\/(jpeg|png|webp)$/.test(file.type)
  const [share, setShare] = useState<number | null>(null)
  const [fault, setFault] = useState<Fault | null>(() => faultBefore(file))
  useEffect(() => {
    if (isFirst) form.current?.querySelector<HTMLElement>('input')?.focus()
    // eslint-disable-next-line react-hooks/exhaustive-deps -- when it comes, not when it becomes the first
  }, [])
  const refuse = (refused: Fault) => {
    setFault(refused)
    setShare(null)
    // The sentence is read out; the field it is about is where one goes on.
    const at = document.getElementById(`${id}-${refused.field}`)
    ;(at ?? form.current?.querySelector<HTMLElement>('button[type=submit]'))?.focus()
  }
  const send = async (said: FormData) => {
    if (isPicture && said.get('alt') === '' && said.get('decorative') === null)
      return refuse(faultOfAnswer('alt', 'altMissing'))
    setFault(null)
    setShare(0)
    said.set('file', file)
    // Reads answers with zod, which no form needs before something is sent.
    const { sendFile } = await import('./send-file.client')
    const answer = await sendFile(to, said, setShare)
    if ('added' in answer) onSent(answer.added)
    else refuse(answer.fault)
  }
  const isSending = share !== null
  const isAtField = fault !== null && fault.field !== 'file'
  return (
    <form
      ref={form}
      noValidate
      aria-labelledby={`${id}-name`}
      onSubmit={(event) => {
        event.preventDefault()
        if (!isSending) void send(new FormData(event.currentTarget))
      }}
      className="flex max-w-[38rem] flex-col gap-4.5 rounded-md border border-rule bg-sheet px-4 py-4"
    >
      <p id={`${id}-name`} className="font-semibold wrap-anywhere">
        {file.name}
      </p>
      {fault !== null && (
        <Notice tone="bad" role="alert">
          {t('refused', { name: file.name, why: fieldText(errors, fault) })}
        </Notice>
      )}
      <FileFields
        id={id}
        kind={isPicture ? 'picture' : 'document'}
        languages={languages}
        language={language}
        faultOf={(field) => (isAtField && fault.field === field ? fault : undefined)}
      />
      {isSending && (
        <progress
          max={1}
          value={share}
          aria-label={t('progress', { name: file.name })}
          className="h-2 w-full accent-ink"
        />
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" icon={<Upload aria-hidden />} busy={isSending} busyLabel={t('sending')}>
          {t('send')}
          <span className="sr-only">: {file.name}</span>
        </Button>
        {!isSending && (
          <Button look="quiet" onClick={onLeft}>
            {t('leave')}
            <span className="sr-only">: {file.name}</span>
          </Button>
        )}
      </div>
    </form>
  )
}

/** What need not be sent to be refused. */
function faultBefore(file: File): Fault | null {
  if (file.size > mostFileBytes) return faultOfAnswer('file', 'fileTooLarge')
  return file.size === 0 ? faultOfAnswer('file', 'fileEmpty') : null
}
