// A picture by the id of its file, be it on the server or still on this phone.
import { useEffect, useState } from 'react'
import { isKeptFile, keptFile } from './kept-files.ts'

type Props = { of: string; url: (id: string) => string; alt: string }
export function FileImage({ of, url, alt }: Props) {
  const kept = useKeptUrl(of)
  return <img src={isKeptFile(of) ? kept : url(of)} alt={alt} />
}

function useKeptUrl(id: string) {
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    if (!isKeptFile(id)) return
    let made: string | undefined
    let left = false
    keptFile(id)
      .then((file) => {
        if (!file || left) return
        made = URL.createObjectURL(file)
        setUrl(made)
      })
      // The words beside the picture stand in for it.
      .catch(() => undefined)
    return () => {
      left = true
      if (made) URL.revokeObjectURL(made)
    }
  }, [id])
  return url
}
