import { getTranslations } from 'next-intl/server'
import { Section } from '@/ui/section'

/** In place of the files of a record that is not kept yet. */
export async function FilesLater() {
  const t = await getTranslations('files')
  return (
    <Section id="files" title={t('title')}>
      <p className="max-w-[45rem] text-sm text-ink-2">{t('later')}</p>
    </Section>
  )
}
