// Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y) undo and redo what was said, except while typing.
export function listen(page) {
  const onKey = event => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.target.closest("input, textarea, [contenteditable]")) return;
    const key = event.key.toLowerCase();
    const method = key === "z" && !event.shiftKey ? "Undo" : key === "y" || key === "z" ? "Redo" : null;
    if (!method) return;
    event.preventDefault();
    page.invokeMethodAsync(method);
  };
  document.addEventListener("keydown", onKey);
  return { stop: () => document.removeEventListener("keydown", onKey) };
}
