'use client'

import { useRef } from 'react'
import type { FieldFault } from '@/ui/control'
import { TextArea } from '@/ui/text-area'

/** A GeoJSON text, pasted or read from a file in the browser: what is sent is always the text. */
export function BoundaryField({
  label,
  hint,
  fileLabel,
  defaultValue,
  error,
}: {
  label: string
  hint: string
  fileLabel: string
  defaultValue: string
  error: FieldFault | undefined
}) {
  const area = useRef<HTMLTextAreaElement>(null)
  const onFileChosen = async (file: File | undefined) => {
    if (file === undefined || area.current === null) return
    area.current.value = await file.text()
  }
  return (
    <div className="flex flex-col gap-2">
      <TextArea
        ref={area}
        name="boundary"
        label={label}
        hint={hint}
        optional
        error={error}
        defaultValue={defaultValue}
      />
      <label className="flex flex-wrap items-center gap-2 text-sm">
        {fileLabel}
        <input
          type="file"
          className="max-w-full min-w-0"
          accept=".geojson,.json,application/geo+json,application/json"
          onChange={(event) => void onFileChosen(event.currentTarget.files?.[0])}
        />
      </label>
    </div>
  )
}
