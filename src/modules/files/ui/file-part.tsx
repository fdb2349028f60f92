import { FileText, Check, Trash2, X } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { inLanguage } from '@/core/localized'
import { refuseFileHere, removeFileHere, takeFileHere } from '@/modules/files/file.actions'
import { filePath, type FileRow, isPicture, type OwnerRights, type RemovedFile } from '@/modules/files/file.schema'
import { Badge } from '@/ui/badge'
import { Dialog } from '@/ui/dialog.client'
import { DeedForm } from '@/ui/form/deed-form.client'
import { Notice } from '@/ui/notice'
import { Section } from '@/ui/section'
import type { SelectChoice } from '@/ui/select-options'
import { AddFiles, type RefusedFile } from './add-files.client'
import type { SaidOfFile } from './change-file.client'
import { ChangeOfFile } from './change-of-file.client'
import { FileCount } from './file-count.client'
import { FileFacts } from './file-facts'
import { RemovedFiles } from './removed-files'
import { MoveFile } from './move-file.client'
import { Picture } from './picture'

type Languages = { languages: readonly SelectChoice[]; language: string }

/**
 * The files of a record on its page of the desk: what is there, in what order, and more of it. Needs the messages `files`,
 * `errors` and `ui` in the browser.
 */
export function FilePart({
  owner,
  files,
  removed,
  refused,
  ...offered
}: Languages & {
  owner: Pick<OwnerRights, 'kind' | 'id' | 'edits' | 'decides'>
  files: readonly FileRow[]
  /** Those that can be put back. */
  removed: readonly RemovedFile[]
  /** What came back of a form without script. */
  refused: RefusedFile | null
}) {
  const t = useTranslations('files')
  const ofGroup = owner.kind === 'meeting' || owner.kind === 'group'
  return (
    <Section id="files" title={t(ofGroup ? 'ofGroup.title' : 'title')}>
      <div className="max-w-[45rem]">
        <p className="mb-1 text-sm text-ink-2">{t(ofGroup ? 'ofGroup.lead' : 'lead')}</p>
        <FileCount count={files.length}>{t('count', { count: files.length })}</FileCount>
        {owner.edits === 'proposed' && (
          <div className="mb-3">
            <Notice tone="mark">{t('waitsForCoordinator')}</Notice>
          </div>
        )}
        <ul className="mb-4">
          {files.map((file, index) => (
            <FileItem
              key={file.id}
              file={file}
              at={index}
              count={files.length}
              decides={owner.decides}
              languages={offered.languages}
            />
          ))}
        </ul>
        {removed.length > 0 && <RemovedFiles removed={removed} />}
        {owner.edits !== null && <AddFiles of={{ kind: owner.kind, id: owner.id }} refused={refused} {...offered} />}
      </div>
    </Section>
  )
}

function FileItem({
  file,
  at,
  count,
  decides,
  languages,
}: {
  file: FileRow
  at: number
  count: number
  decides: boolean
  languages: readonly SelectChoice[]
}) {
  const t = useTranslations('files')
  const ui = useTranslations('ui')
  const locale = useLocale()
  const name = file.title ?? file.fileName
  const alt = file.alt && inLanguage(file.alt, locale)
  return (
    <li className="flex flex-wrap items-start gap-x-3.5 gap-y-2 border-b border-rule py-3">
      {isPicture(file) ? (
        <Picture
          file={{ ...file, alt: null }}
          locale={locale}
          sizes="5rem"
          className="h-14 w-20 flex-none rounded-sm border border-rule object-cover"
        />
      ) : (
        <FileText className="mt-0.5 size-5 flex-none text-ink-3" aria-hidden />
      )}
      <span className="min-w-0 flex-1 basis-60">
        <a href={filePath(file)} className="font-semibold wrap-anywhere">
          {name}
        </a>
        <span className="block">
          <FileFacts file={file} />
        </span>
        {isPicture(file) && (
          <span className="block text-sm wrap-break-word text-ink-2">
            {alt === null
              ? t('isDecorative')
              : t.rich('altIs', { alt: () => <span lang={alt.language}>{alt.value}</span> })}
          </span>
        )}
        {file.pending && <Badge tone="mark">{t('pending')}</Badge>}
      </span>
      {file.mayChange && (
        <span className="flex flex-none items-center gap-1">
          <MoveFile id={file.id} name={name} at={at} count={count} />
          <Dialog
            look="quiet"
            size="small"
            title={t('removeTitle', { name })}
            trigger={
              <>
                <Trash2 aria-hidden />
                {t('remove')}
                <span className="sr-only">: {name}</span>
              </>
            }
          >
            <p className="text-sm text-ink-2">{t('removeBody')}</p>
            <DeedForm
              action={removeFileHere}
              values={{ id: file.id }}
              submit={t('removeNow')}
              busy={t('removing')}
              look="destructive"
            />
          </Dialog>
        </span>
      )}
      {file.pending && decides && (
        <span className="flex basis-full flex-wrap gap-2">
          <DeedForm
            action={takeFileHere}
            values={{ id: file.id }}
            submit={{ text: t('take'), label: t('takeNamed', { name }) }}
            busy={ui('sending')}
            size="small"
            icon={<Check aria-hidden />}
          />
          <DeedForm
            action={refuseFileHere}
            values={{ id: file.id }}
            submit={{ text: t('refuse'), label: t('refuseNamed', { name }) }}
            busy={ui('sending')}
            size="small"
            icon={<X aria-hidden />}
          />
        </span>
      )}
      {file.mayChange && <ChangeOfFile file={saidOf(file, languages)} languages={languages} />}
    </li>
  )
}

/** The first five languages are those of the interface; others are offered where something is written in them. */
const offeredAlways = 5

const saidOf = (file: FileRow, languages: readonly SelectChoice[]): SaidOfFile => ({
  id: file.id,
  name: file.title ?? file.fileName,
  isPicture: isPicture(file),
  title: file.title ?? '',
  language: file.language ?? '',
  credit: file.credit ?? '',
  licence: file.licence ?? '',
  alt: languages
    .filter(({ value }, index) => index < offeredAlways || file.alt?.texts[value] !== undefined)
    .map(({ value, label }) => ({ language: value, label, text: file.alt?.texts[value]?.value ?? '' })),
  isDecorative: file.alt === null,
})
