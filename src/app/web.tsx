// Where the pages begin.
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import { Frame } from './web/Frame.tsx'
import { Gate } from './web/Gate.tsx'
import '../ui/ui.css'
import './web/door.css'

// The server forbids pages to make code from text, which zod would otherwise try.
z.config({ jitless: true })

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <Frame>
      <Gate />
    </Frame>
  </StrictMode>,
)
