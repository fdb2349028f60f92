import { getTranslations } from 'next-intl/server'
import { setPageStatus } from '@/platform/reply'

/** Every address of a language that has no page. Next's own notFound() would send an empty body without script. */
export default async function UnknownPage() {
  const t = await getTranslations('notFound')
  setPageStatus(404)
  return (
    <main>
      <h1>{t('title')}</h1>
    </main>
  )
}
