'use client'

import { PencilLine } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { textAt } from '@/core/form-values'
import { changeFileHere } from '@/modules/files/file.actions'
import { Button } from '@/ui/button'
import { Checkbox } from '@/ui/checkbox'
import { Fieldset } from '@/ui/fieldset'
import { fieldText } from '@/ui/field-text'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { Notice } from '@/ui/notice'
import { SelectField } from '@/ui/select-field'
import type { SelectChoice } from '@/ui/select-options'
import { TextInput } from '@/ui/text-input'

/** What is said of a file, as it stands. */
export type SaidOfFile = {
  id: string
  name: string
  isPicture: boolean
  title: string
  language: string
  credit: string
  licence: string
  /** Alternative text by language; the keys are the languages offered. */
  alt: readonly { language: string; label: string; text: string }[]
  isDecorative: boolean
}

/** Changes what is said of a file that is there. */
export function ChangeFile({ file, languages }: { file: SaidOfFile; languages: readonly SelectChoice[] }) {
  const t = useTranslations('files.form')
  const errors = useTranslations('errors')
  const id = `file-${file.id}`
  const [state, send, isPending] = useFormAction(changeFileHere, id)
  const isSent = state.turn !== 0
  const typed = (name: string, stored: string) => (isSent ? textAt(state.values, name) : stored)
  const faultOf = (name: string) => state.problems.find(({ field }) => field === name)
  const text = (name: 'title' | 'credit' | 'licence') => ({
    ...{ name, id: `${id}-${name}`, label: t(name), optional: true, autoComplete: 'off' },
    ...{ defaultValue: typed(name, file[name]), error: faultOf(name) },
  })
  return (
    <details className="basis-full" open={state.problems.length > 0 || state.refusal !== null || undefined}>
      <summary className="inline-flex min-h-8 items-center gap-2 rounded-md border border-rule-strong bg-sheet px-[11px] py-[3px] text-sm font-label hover:border-ink hover:bg-sunk max-sm:min-h-11">
        <PencilLine className="size-[1.15em]" aria-hidden />
        {t('change')}
        <span className="sr-only">: {file.name}</span>
      </summary>
      <form key={state.turn} id={id} action={send} noValidate className="mt-3 flex max-w-[38rem] flex-col gap-4.5">
        <input type="hidden" name="id" value={file.id} />
        {state.refusal !== null && (
          <Notice tone="bad" role="alert">
            {fieldText(errors, state.refusal)}
          </Notice>
        )}
        {file.isPicture && (
          <>
            <Fieldset id={`${id}-alt`} label={t('alt')} hint={t('altHint')} error={faultOf('alt')}>
              {file.alt.map(({ language, label, text: stored }) => (
                <TextInput
                  key={language}
                  name={`alt.${language}`}
                  id={`${id}-alt-${language}`}
                  label={label}
                  lang={language}
                  optional
                  defaultValue={typed(`alt.${language}`, stored)}
                  error={faultOf(`alt.${language}`)}
                  autoComplete="off"
                />
              ))}
            </Fieldset>
            <Checkbox
              name="decorative"
              defaultChecked={isSent ? textAt(state.values, 'decorative') === 'on' : file.isDecorative}
              hint={t('decorativeHint')}
            >
              {t('decorative')}
            </Checkbox>
          </>
        )}
        <TextInput {...text('title')} />
        {!file.isPicture && (
          <SelectField
            name="language"
            id={`${id}-language`}
            label={t('language')}
            empty={t('noLanguage')}
            optional
            items={languages}
            defaultValue={typed('language', file.language)}
            error={faultOf('language')}
            turn={state.turn}
          />
        )}
        <TextInput {...text('credit')} />
        <TextInput {...text('licence')} />
        <div>
          <Button type="submit" size="small" busy={isPending} busyLabel={t('keeping')}>
            {t('keep')}
          </Button>
        </div>
      </form>
    </details>
  )
}
