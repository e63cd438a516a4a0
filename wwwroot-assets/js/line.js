// Opens the page's line to the studio. While it is down, says what is the matter; when the studio is back, so is the page.
const SLOWEST_MS = 5000;
const notice = document.getElementById("components-reconnect-modal");

Blazor.start({ circuit: { reconnectionOptions: { maxRetries: Number.MAX_SAFE_INTEGER, retryIntervalMilliseconds: tries => Math.min(SLOWEST_MS, 500 * tries) } } });

notice.addEventListener("components-reconnect-state-changed", ({ detail: { state } }) => {
  if (state === "show") {
    notice.dataset.why = "busy";
    look();
  }
  // Another studio than the one that made this page, or one that has forgotten it: it is made again.
  if (state === "rejected" || state === "resume-failed") location.reload();
});

// Asked at once, while a studio that was told to stop still says so.
async function look() {
  if (!notice.matches(".components-reconnect-show")) return;
  try {
    const answer = await fetch("/healthz", { cache: "no-store" });
    if (answer.status === 503) notice.dataset.why = "stopped";
  } catch {
    if (notice.dataset.why === "busy") notice.dataset.why = "away";
  }
  setTimeout(look, SLOWEST_MS);
}
