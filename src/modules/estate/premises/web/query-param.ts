// One value of the address behind the question mark, as it was when the page opened.
import { useState } from 'react'

export const useQueryParam = (name: string): string | undefined =>
  useState(() => new URLSearchParams(window.location.search).get(name) ?? undefined)[0]
