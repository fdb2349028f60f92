import { FileText } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { filePath, type FileRow, isPicture } from '@/modules/files/file.schema'
import { FileFacts } from './file-facts'
import { Picture } from './picture'

/** The files of a record on its public page: pictures as they are, documents as links that say what they lead to. */
export function FileList({ files }: { files: readonly FileRow[] }) {
  const t = useTranslations('files')
  const locale = useLocale()
  const pictures = files.filter(isPicture)
  const documents = files.filter((file) => !isPicture(file))
  return (
    <>
      {pictures.length > 0 && (
        <ul className="grid gap-5 sm:grid-cols-2">
          {pictures.map((file) => (
            <li key={file.id}>
              <figure className="flex flex-col gap-1.5">
                <a href={filePath(file)} className="block">
                  <Picture
                    file={file}
                    locale={locale}
                    sizes="(min-width: 40rem) 24rem, 100vw"
                    className="h-auto w-full rounded-sm border border-rule bg-sunk"
                  />
                  {(file.alt === null || file.title === null) && (
                    <span className="sr-only">{t('openPicture', { name: file.title ?? file.fileName })}</span>
                  )}
                </a>
                {(file.title ?? file.credit ?? file.licence) !== null && (
                  <figcaption className="text-sm wrap-break-word text-ink-2">
                    {file.title !== null && (
                      <span className="block text-ink" lang={file.language ?? undefined}>
                        {file.title}
                      </span>
                    )}
                    {[file.credit, file.licence].filter((part) => part !== null).join(', ')}
                  </figcaption>
                )}
              </figure>
            </li>
          ))}
        </ul>
      )}
      {documents.length > 0 && (
        <ul className={`flex flex-col gap-2 ${pictures.length > 0 ? 'mt-4' : ''}`}>
          {documents.map((file) => (
            <li key={file.id} className="flex items-start gap-2.5">
              <FileText className="mt-1 size-4 flex-none text-ink-3" aria-hidden />
              <span className="min-w-0">
                <a href={filePath(file)} className="wrap-anywhere" lang={file.language ?? undefined}>
                  {file.title ?? file.fileName}
                </a>{' '}
                <FileFacts file={file} />
                {(file.credit ?? file.licence) !== null && (
                  <span className="block text-sm text-ink-2">
                    {[file.credit, file.licence].filter((part) => part !== null).join(', ')}
                  </span>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
