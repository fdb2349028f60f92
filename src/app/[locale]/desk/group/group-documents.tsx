import { getTranslations } from 'next-intl/server'
import { RecordFiles } from '@/app/[locale]/desk/record-files'
import type { Locale } from '@/core/localized'
import type { Viewer } from '@/core/viewer'
import { filesOf, getOwner } from '@/modules/files/file.queries'
import { FileList } from '@/modules/files/ui/file-list'
import { Section } from '@/ui/section'

/** Documents of a group or of a meeting: kept by whoever keeps the group, read by whoever reads it. */
export async function GroupDocuments({
  viewer,
  locale,
  of,
  asked,
}: {
  viewer: Viewer
  locale: Locale
  of: { kind: 'meeting' | 'group'; id: string }
  asked: Record<string, string | string[] | undefined>
}) {
  const owner = await getOwner(viewer, of)
  if (owner.edits !== null) return <RecordFiles viewer={viewer} locale={locale} of={of} asked={asked} />
  const [files, t] = await Promise.all([filesOf(viewer, owner), getTranslations('files.ofGroup')])
  if (files.length === 0) return null
  return (
    <Section id="files" title={t('title')}>
      <div className="max-w-[45rem]">
        <FileList files={files} />
      </div>
    </Section>
  )
}
