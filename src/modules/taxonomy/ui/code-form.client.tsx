'use client'

import { useTranslations } from 'next-intl'
import { textAt } from '@/core/form-values'
import { locales } from '@/core/locales'
import { sendCode } from '@/modules/taxonomy/code-entry.actions'
import { codeLists } from '@/modules/taxonomy/choices.schema'
import { Button } from '@/ui/button'
import { ErrorSummary } from '@/ui/error-summary.client'
import { useFaultLines } from '@/ui/form/use-fault-lines.client'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { SelectField } from '@/ui/select-field'
import { TextInput } from '@/ui/text-input'

/** Adds a theme or a tag, with its label in the five languages; the same code again changes the labels. */
export function CodeForm() {
  const t = useTranslations('codes')
  const [state, action, isPending] = useFormAction(sendCode)
  const { values, turn } = state
  const labelOf = (field: string): string | null => {
    const locale = locales.find((one) => field === `label.${one}`)
    if (locale !== undefined) return t('labelIn', { language: t(`language.${locale}`) })
    return field === 'list' || field === 'code' || field === 'label' ? t(field) : null
  }
  const lines = useFaultLines(state, ({ field }) => labelOf(field))
  const errorOf = (name: string) => state.problems.find(({ field }) => field === name)
  return (
    <form key={turn} action={action} noValidate className="flex flex-col gap-5">
      <ErrorSummary lines={lines} turn={turn} />
      <SelectField
        name="list"
        label={t('list')}
        items={codeLists.map((value) => ({ value, label: t(`lists.${value}`) }))}
        defaultValue={textAt(values, 'list') || 'theme'}
        error={errorOf('list')}
        turn={turn}
      />
      <TextInput
        name="code"
        label={t('code')}
        hint={t('codeHint')}
        spellCheck={false}
        autoComplete="off"
        defaultValue={textAt(values, 'code')}
        error={errorOf('code')}
      />
      {locales.map((locale) => (
        <TextInput
          key={locale}
          name={`label.${locale}`}
          label={t('labelIn', { language: t(`language.${locale}`) })}
          lang={locale}
          autoComplete="off"
          defaultValue={textAt(values, `label.${locale}`)}
          error={errorOf(`label.${locale}`)}
        />
      ))}
      <div>
        <Button look="primary" type="submit" busy={isPending} busyLabel={t('busy')}>
          {t('submit')}
        </Button>
      </div>
    </form>
  )
}
