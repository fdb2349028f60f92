'use client'

import { Eye, EyeOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/ui/button'
import type { FieldFault } from '@/ui/control'
import { describedBy } from '@/ui/control'
import { controlClasses } from '@/ui/control-look'
import { Field } from '@/ui/field'
import { useHasScript } from '@/ui/use-has-script.client'

/** A password that can be shown while typing it. The button appears once a script can answer it. */
export function PasswordInput({
  name,
  label,
  hint,
  error,
  autoComplete = 'current-password',
  optional = false,
}: {
  name: string
  label: string
  hint?: string
  error?: FieldFault | undefined
  autoComplete?: 'current-password' | 'new-password'
  optional?: boolean
}) {
  const t = useTranslations('accounts.password')
  const ui = useTranslations('ui')
  const [isShown, setIsShown] = useState(false)
  const hasScript = useHasScript()
  return (
    <Field id={name} label={label} hint={hint} optional={optional} error={error}>
      <div className="flex gap-2">
        <input
          {...describedBy({ id: name, hint, error })}
          id={name}
          name={name}
          type={isShown ? 'text' : 'password'}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          className={controlClasses(error !== undefined)}
        />
        {hasScript && (
          <Button
            aria-label={t('show')}
            aria-pressed={isShown}
            aria-controls={name}
            icon={isShown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
            onClick={() => setIsShown(!isShown)}
          >
            {ui('show')}
          </Button>
        )}
      </div>
    </Field>
  )
}
