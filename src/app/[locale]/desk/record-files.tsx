import { getTranslations } from 'next-intl/server'
import { formLanguages } from '@/app/[locale]/desk/form-choices'
import type { Locale } from '@/core/localized'
import type { Viewer } from '@/core/viewer'
import { filesOf, getOwner } from '@/modules/files/file.queries'
import type { FileOwnerAt } from '@/modules/files/file.schema'
import { findRemovedFiles } from '@/modules/files/removed-file.queries'
import { FilePart } from '@/modules/files/ui/file-part'
import { ClientTexts } from '@/ui/client-texts'
import { Toast } from '@/ui/toast'

type Asked = Record<string, string | string[] | undefined>

/** The files of a record under its form. Its page hands on what its address asked for: there a form without script answers. */
export async function RecordFiles({
  viewer,
  locale,
  of,
  asked,
}: {
  viewer: Viewer
  locale: Locale
  of: FileOwnerAt
  asked: Asked
}) {
  const [owner, choices, t] = await Promise.all([
    getOwner(viewer, of),
    formLanguages(viewer, locale),
    getTranslations('files'),
  ])
  const [files, removed] = await Promise.all([filesOf(viewer, owner), findRemovedFiles(viewer, owner)])
  return (
    <>
      <ClientTexts namespaces={['files', 'errors', 'ui']}>
        <FilePart owner={owner} files={files} removed={removed} refused={refusedIn(asked)} {...choices} />
      </ClientTexts>
      {(asked.done === 'fileAdded' || asked.done === 'fileProposed') && (
        <Toast key={files.length}>{t(asked.done === 'fileAdded' ? 'added' : 'proposed')}</Toast>
      )}
    </>
  )
}

/** What the door of files wrote into the address after a refusal. */
function refusedIn(asked: Asked) {
  const { fileFault: message, fileFaultAt: field } = asked
  if (typeof message !== 'string' || typeof field !== 'string') return null
  const typed = Object.entries(asked).flatMap(([name, value]) =>
    name.startsWith('file.') && typeof value === 'string' ? [[name.slice(5), value] as const] : [],
  )
  return { message, field, typed: Object.fromEntries(typed) }
}
