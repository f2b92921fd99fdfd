// A signature written with a finger or a pen, kept as a picture.
import { Button } from 'antd'
import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { type ControlProps, controlOf } from './fields.tsx'
import { FileImage } from './outbox/FileImage.tsx'
import { useUpload } from './outbox/sending.tsx'
import { tell } from './tell.ts'
import { attachmentUrl } from './uploads.ts'
import { useKit, wordsOf } from './words.ts'

const INK = '#10201f'
const PEN_WIDTH = 2.4

/** The value is the id of the attachment. */
export function Signature({ id, value, onChange, disabled = false }: ControlProps<string>) {
  const t = useKit()
  const upload = useUpload()
  const canvas = useRef<HTMLCanvasElement>(null)
  const pad = usePad(canvas)
  const [saving, setSaving] = useState(false)
  if (value)
    return (
      <div className="kit-signature">
        <FileImage of={value} url={attachmentUrl} alt={t('signature.kept')} />
        {disabled ? null : <Button onClick={() => onChange?.(null)}>{t('signature.redo')}</Button>}
      </div>
    )
  const keep = async () => {
    setSaving(true)
    try {
      onChange?.(await upload(await pad.picture()))
    } catch (error) {
      tell.failure(wordsOf(error))
    } finally {
      setSaving(false)
    }
  }
  return (
    <div className="kit-signature">
      <div className="kit-signature-pad">
        {/* A drawing has no keyboard way; whoever cannot sign leaves a reason in the form instead. */}
        <canvas id={id} ref={canvas} {...pad.pen} aria-label={t('signature.hint')} />
        {pad.blank ? <span className="kit-signature-hint">{t('signature.hint')}</span> : null}
      </div>
      <div className="row-flex">
        <Button type="primary" ghost disabled={pad.blank || disabled} loading={saving} onClick={() => void keep()}>
          {t('signature.keep')}
        </Button>
        <Button disabled={pad.blank} onClick={pad.wipe}>
          {t('signature.redo')}
        </Button>
      </div>
    </div>
  )
}

/** As many points as the screen has; wipes what was there. */
function stretch(canvas: HTMLCanvasElement | null) {
  if (!canvas) return
  const scale = window.devicePixelRatio || 1
  canvas.width = canvas.clientWidth * scale
  canvas.height = canvas.clientHeight * scale
  canvas.getContext('2d')?.scale(scale, scale)
}

function usePad(ref: RefObject<HTMLCanvasElement | null>) {
  const [blank, setBlank] = useState(true)
  const wipe = () => {
    stretch(ref.current)
    setBlank(true)
  }
  useEffect(() => stretch(ref.current), [ref])
  const penOf = (event: PointerEvent<HTMLCanvasElement>) => {
    const pen = event.currentTarget.getContext('2d')
    if (!pen) return undefined
    pen.strokeStyle = INK
    pen.lineWidth = PEN_WIDTH
    pen.lineCap = 'round'
    pen.lineJoin = 'round'
    return pen
  }
  const at = ({ nativeEvent }: PointerEvent) => [nativeEvent.offsetX, nativeEvent.offsetY] as const
  return {
    blank,
    wipe,
    pen: {
      onPointerDown(event: PointerEvent<HTMLCanvasElement>) {
        event.currentTarget.setPointerCapture(event.pointerId)
        const pen = penOf(event)
        pen?.beginPath()
        pen?.moveTo(...at(event))
        setBlank(false)
      },
      onPointerMove(event: PointerEvent<HTMLCanvasElement>) {
        if (event.buttons === 0) return
        const pen = penOf(event)
        pen?.lineTo(...at(event))
        pen?.stroke()
      },
    },
    picture: () =>
      new Promise<File>((done, fail) =>
        ref.current?.toBlob((blob) => {
          if (blob) done(new File([blob], 'signature.png', { type: 'image/png' }))
          else fail(new Error('the canvas gave no picture'))
        }, 'image/png'),
      ),
  }
}

/** As a control of a field. */
export const signature = () => controlOf(Signature, {})
