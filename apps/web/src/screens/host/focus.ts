/** What was pressed may be gone with its card: whoever works by keyboard then goes on from the head of the page. */
export const keepFocus = (): void => {
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body) return
    document.querySelector<HTMLElement>('#app h1')?.focus({ preventScroll: true })
  })
}
