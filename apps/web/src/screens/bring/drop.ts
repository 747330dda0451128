/** Files dropped anywhere on the page: at a computer that is how one brings what was just exported. */
import type { DragEvent } from 'react'
import type { ImportState } from './importing.ts'

export const useDrop = (readFiles: ImportState['readFiles']) => ({
  onDragOver: (event: DragEvent) => {
    if (event.dataTransfer.types.includes('Files')) event.preventDefault()
  },
  onDrop: (event: DragEvent) => {
    const files = [...event.dataTransfer.files]
    if (files.length === 0) return
    event.preventDefault()
    void readFiles(files)
  },
})
