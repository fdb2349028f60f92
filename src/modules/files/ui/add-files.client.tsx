'use client'

import { Plus, Upload } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { useRouter } from 'next/navigation'
import { acceptedFiles } from '@/core/file-type'
import { uploadPath } from '@/modules/files/choices.schema'
import type { FileOwnerAt } from '@/modules/files/file.schema'
import { Button } from '@/ui/button'
import { controlClasses } from '@/ui/control-look'
import { Field } from '@/ui/field'
import type { SelectChoice } from '@/ui/select-options'
import { useHasScript } from '@/ui/use-has-script.client'
import { FileFields, faultOfAnswer, type TypedOfFile } from './file-fields'
import { FileToSend } from './file-to-send.client'

type Chosen = { key: number; file: File }

/** What came back without script: the first refusal and what was typed. */
export type RefusedFile = { field: string; message: string; typed: TypedOfFile }

/**
 * Adds files to a record: chosen or dropped, each with what is said of it before it is sent. Without script one at a
 * time, by a plain form.
 */
export function AddFiles({
  of,
  languages,
  language,
  refused,
}: {
  of: FileOwnerAt
  languages: readonly SelectChoice[]
  /** Of what this person usually writes. */
  language: string
  refused: RefusedFile | null
}) {
  const hasScript = useHasScript()
  return hasScript ? (
    <ChooseFiles of={of} languages={languages} language={language} />
  ) : (
    <PlainForm of={of} languages={languages} language={language} refused={refused} />
  )
}

type Props = { of: FileOwnerAt; languages: readonly SelectChoice[]; language: string }

function ChooseFiles({ of, languages, language }: Props) {
  const t = useTranslations('files')
  const router = useRouter()
  const [chosen, setChosen] = useState<readonly Chosen[]>([])
  const [told, setTold] = useState('')
  const [isOver, setOver] = useState(false)
  const next = useRef(0)
  const button = useRef<HTMLButtonElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const choose = (files: Iterable<File>) => {
    const added = [...files].map((file) => ({ key: ++next.current, file }))
    setChosen((now) => [...now, ...added])
    setTold(t('chosen', { count: chosen.length + added.length }))
  }
  const drop = (key: number) => {
    setChosen((now) => now.filter((one) => one.key !== key))
    button.current?.focus()
  }
  return (
    <div className="flex flex-col gap-4">
      {/* What is dropped here can be chosen by the button inside. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- as said */}
      <div
        role="group"
        aria-label={t('add')}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          choose(event.dataTransfer.files)
        }}
        className={`flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md border border-dashed px-4 py-3.5 ${isOver ? 'border-ink bg-mark-soft' : 'border-rule-strong'}`}
      >
        <Button ref={button} icon={<Plus aria-hidden />} onClick={() => input.current?.click()}>
          {t('choose')}
        </Button>
        <span className="text-sm text-ink-2 max-sm:hidden">{t('drop')}</span>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          accept={acceptedFiles}
          tabIndex={-1}
          aria-hidden
          onChange={(event) => {
            choose(event.target.files ?? [])
            event.target.value = ''
          }}
        />
        <p className="basis-full text-sm text-ink-2">{t('accepted')}</p>
      </div>
      <p role="status" className="sr-only">
        {told}
      </p>
      {chosen.length > 0 && (
        <ul className="flex flex-col gap-4">
          {chosen.map(({ key, file }, index) => (
            <li key={key}>
              <FileToSend
                file={file}
                to={uploadPath(of)}
                languages={languages}
                language={language}
                isFirst={index === 0}
                onLeft={() => drop(key)}
                onSent={({ pending }) => {
                  drop(key)
                  setTold(t(pending ? 'sentToCoordinator' : 'sent', { name: file.name }))
                  router.refresh()
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function PlainForm({ of, languages, language, refused }: Props & { refused: RefusedFile | null }) {
  const t = useTranslations('files')
  const fault = refused === null ? null : faultOfAnswer(refused.field, refused.message)
  const faultOf = (field: string) => (fault?.field === field ? fault : undefined)
  // What no field of this form is about stands at the file.
  const own = ['alt', 'altLanguage', 'title', 'language', 'credit', 'licence']
  const atFile = fault !== null && !own.includes(fault.field) ? fault : undefined
  return (
    <form
      method="post"
      encType="multipart/form-data"
      action={uploadPath(of)}
      className="flex max-w-[38rem] flex-col gap-4.5 rounded-md border border-rule px-4 py-4"
    >
      <Field id="new-file" label={t('add')} hint={t('accepted')} error={atFile}>
        <input
          id="new-file"
          type="file"
          name="file"
          accept={acceptedFiles}
          aria-describedby={`new-file-hint${atFile ? ' new-file-error' : ''}`}
          className={controlClasses(atFile !== undefined)}
        />
      </Field>
      <FileFields
        id="new-file"
        languages={languages}
        language={language}
        typed={refused?.typed ?? {}}
        faultOf={faultOf}
      />
      <div>
        <Button type="submit" icon={<Upload aria-hidden />}>
          {t('send')}
        </Button>
      </div>
    </form>
  )
}
