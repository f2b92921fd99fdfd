// Photos of a record: small ones in a row that open large, and the field that takes and uploads them.
import { CameraOutlined, CloseOutlined, LoadingOutlined, ReloadOutlined } from '@ant-design/icons'
import { Image } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { type ControlProps, controlOf } from './fields.tsx'
import { FileImage } from './outbox/FileImage.tsx'
import { useUpload } from './outbox/sending.tsx'
import { tell } from './tell.ts'
import { attachmentUrl, thumbnailUrl } from './uploads.ts'
import { useKit, wordsOf } from './words.ts'

export type PhotosProps = { ids: readonly string[]; size?: number }
export function Photos({ ids, size = 72 }: PhotosProps) {
  const t = useKit()
  if (ids.length === 0) return <span className="quiet">—</span>
  return (
    <Image.PreviewGroup>
      <div className="kit-photos">
        {ids.map((id, at) => (
          <Image
            key={id}
            className="kit-photo-image"
            width={size}
            height={size}
            src={thumbnailUrl(id)}
            preview={{ src: attachmentUrl(id) }}
            alt={t('photos.photo', { n: at + 1 })}
          />
        ))}
      </div>
    </Image.PreviewGroup>
  )
}

type Sending = { key: number; file: File; preview: string; failed: boolean }
export type PhotoFieldProps = ControlProps<string[]> & {
  max?: number
  accept?: string
  /** What is pasted anywhere on the page is meant for this field. */
  takesPasted?: boolean
}
/** The value is the ids of what has been uploaded; what is under way shows beside it. */
export function PhotoField({
  id,
  value,
  onChange,
  disabled = false,
  max = 9,
  accept = 'image/*',
  takesPasted = false,
}: PhotoFieldProps) {
  const t = useKit()
  const upload = useUpload()
  const [sending, setSending] = useState<Sending[]>([])
  const count = useRef(0)
  // Several uploads end at different times; each adds to what is there by then.
  const latest = useRef<string[]>([])
  useEffect(() => {
    latest.current = value ?? []
  }, [value])
  const drop = (key: number) => setSending((all) => all.filter((one) => one.key !== key))
  const start = async (one: Sending) => {
    setSending((all) => [...all.filter(({ key }) => key !== one.key), { ...one, failed: false }])
    try {
      const made = await upload(one.file)
      latest.current = [...latest.current, made]
      onChange?.(latest.current)
      drop(one.key)
      URL.revokeObjectURL(one.preview)
    } catch (error) {
      tell.failure(wordsOf(error))
      setSending((all) => all.map((other) => (other.key === one.key ? { ...other, failed: true } : other)))
    }
  }
  const add = (files: FileList | null) => {
    const room = max - latest.current.length - sending.length
    const taken = [...(files ?? [])].slice(0, Math.max(0, room))
    if ((files?.length ?? 0) > taken.length) tell.note(t('photos.most', { count: max }))
    for (const file of taken) {
      count.current += 1
      void start({ key: count.current, file, preview: URL.createObjectURL(file), failed: false })
    }
  }
  usePasted(takesPasted && !disabled, add)
  const kept = value ?? []
  return (
    <fieldset
      className="kit-photos"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        if (!disabled) add(event.dataTransfer.files)
      }}
    >
      {kept.map((photo, at) => (
        <span key={photo} className="kit-photo">
          <FileImage of={photo} url={thumbnailUrl} alt={t('photos.photo', { n: at + 1 })} />
          {disabled ? null : (
            <button
              type="button"
              className="kit-photo-drop"
              aria-label={`${t('do.remove')} ${t('photos.photo', { n: at + 1 })}`}
              onClick={() => onChange?.(kept.filter((other) => other !== photo))}
            >
              <CloseOutlined />
            </button>
          )}
        </span>
      ))}
      {sending.map((one) => (
        <span key={one.key} className="kit-photo kit-photo-sending">
          <img src={one.preview} alt={t(one.failed ? 'photos.failed' : 'photos.uploading')} />
          {one.failed ? (
            <button type="button" aria-label={t('do.retry')} onClick={() => void start(one)}>
              <ReloadOutlined />
            </button>
          ) : (
            <LoadingOutlined />
          )}
        </span>
      ))}
      {disabled || kept.length + sending.length >= max ? null : (
        <label className="kit-photo kit-photo-add">
          <CameraOutlined />
          <span>{t('photos.add')}</span>
          <input
            id={id}
            type="file"
            multiple
            accept={accept}
            className="sr-only"
            onChange={(event) => {
              add(event.target.files)
              event.target.value = ''
            }}
          />
        </label>
      )}
    </fieldset>
  )
}

function usePasted(enabled: boolean, add: (files: FileList) => void) {
  const latest = useRef(add)
  useEffect(() => {
    latest.current = add
  })
  useEffect(() => {
    if (!enabled) return
    const paste = ({ clipboardData }: ClipboardEvent) => {
      if (clipboardData && clipboardData.files.length > 0) latest.current(clipboardData.files)
    }
    window.addEventListener('paste', paste)
    return () => window.removeEventListener('paste', paste)
  }, [enabled])
}

/** As a control of a field. */
export const photos = (settings: { max?: number; accept?: string } = {}) => controlOf(PhotoField, settings)
