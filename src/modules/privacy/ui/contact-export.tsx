import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/ui/button'
import { SelectField } from '@/ui/select-field'
import type { SelectChoice } from '@/ui/select-options'

/** A file of contact persons. A form, not a link: each export stands in the log. */
export function ContactExport({ territories }: { territories: readonly SelectChoice[] }) {
  const t = useTranslations('privacy.export')
  return (
    <form method="post" action="/api/contacts" className="flex max-w-[34rem] flex-col items-start gap-4">
      <div className="w-full">
        <SelectField
          name="territory"
          label={t('territory')}
          items={territories}
          {...(territories.length > 1 && { empty: t('all') })}
          optional={territories.length > 1}
        />
      </div>
      <Button type="submit" icon={<Download aria-hidden />}>
        {t('submit')}
      </Button>
    </form>
  )
}
