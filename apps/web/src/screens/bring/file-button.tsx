/** Chooses files: a real file input under a button's face, so that every browser and screen reader knows what it is. */
import { useId } from 'react'

export interface FileButtonProps {
  children: string
  /** Absent under iOS (device/abilities.ts). */
  types: string | undefined
  disabled?: boolean
  onFiles: (files: readonly File[]) => void
}

export const FileButton = ({ children, types, disabled = false, onFiles }: FileButtonProps) => {
  const id = useId()
  return (
    <div className="bring-file">
      <input
        id={id}
        className="k-vh"
        type="file"
        multiple
        disabled={disabled}
        {...(types === undefined ? {} : { accept: types })}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])]
          // The same file may be chosen again after it was mended.
          target.value = ''
          if (files.length > 0) onFiles(files)
        }}
      />
      <label htmlFor={id} className="k-button k-button-primary k-button-block">
        {children}
      </label>
    </div>
  )
}
