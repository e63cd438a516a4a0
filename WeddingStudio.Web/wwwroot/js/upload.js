// Sends dropped or chosen files, one streaming request each, three at a time, and tells the page how far it is.
const AT_ONCE = 3;
const TELL_EVERY_MS = 250;

export function start(box, url, page) {
  const queue = [];
  const state = { done: 0, total: 0, refused: 0, lastTrouble: null };
  let running = 0, told = 0, timer = null, stopped = false;

  const tell = () => {
    clearTimeout(timer);
    timer = null;
    told = Date.now();
    if (!stopped) page.invokeMethodAsync("Told", { ...state });
  };
  const tellSoon = () => {
    if (state.done === state.total || Date.now() - told > TELL_EVERY_MS) tell();
    else timer ??= setTimeout(tell, TELL_EVERY_MS);
  };

  const send = async file => {
    try {
      const answer = await fetch(`${url}?name=${encodeURIComponent(file.name)}`, {
        method: "POST", body: file, headers: { "X-Studio-Upload": "1", "Content-Type": "application/octet-stream" },
      });
      if (answer.ok) return;
      state.refused++;
      state.lastTrouble = (await answer.text()) || `${file.name} was not taken (${answer.status})`;
    } catch {
      state.refused++;
      state.lastTrouble = `${file.name} was not sent: the studio could not be reached`;
    }
  };

  const next = async () => {
    while (queue.length && !stopped) {
      await send(queue.shift());
      state.done++;
      tellSoon();
    }
    running--;
  };

  const add = files => {
    if (state.done === state.total) Object.assign(state, { done: 0, total: 0, refused: 0, lastTrouble: null });
    queue.push(...files);
    state.total += files.length;
    if (files.length) tellSoon();
    while (running < AT_ONCE && queue.length) { running++; next(); }
  };

  const filesBelow = async entry => {
    if (entry.isFile) return [await new Promise((found, failed) => entry.file(found, failed))];
    const reader = entry.createReader();
    const found = [];
    for (;;) {
      const some = await new Promise((done, failed) => reader.readEntries(done, failed));
      if (!some.length) return found;
      for (const one of some) found.push(...await filesBelow(one));
    }
  };

  const onOver = event => { event.preventDefault(); box.classList.add("upload-over"); };
  const onLeave = () => box.classList.remove("upload-over");
  const onDrop = async event => {
    event.preventDefault();
    onLeave();
    const entries = [...event.dataTransfer.items].map(item => item.webkitGetAsEntry?.()).filter(Boolean);
    if (!entries.length) return add([...event.dataTransfer.files]);
    for (const entry of entries) add((await filesBelow(entry)).filter(file => !file.name.startsWith(".")));
  };
  const onChoose = event => { add([...event.target.files]); event.target.value = ""; };

  box.addEventListener("dragover", onOver);
  box.addEventListener("dragleave", onLeave);
  box.addEventListener("drop", onDrop);
  box.addEventListener("change", onChoose);
  return {
    stop() {
      stopped = true;
      box.removeEventListener("dragover", onOver);
      box.removeEventListener("dragleave", onLeave);
      box.removeEventListener("drop", onDrop);
      box.removeEventListener("change", onChoose);
    },
  };
}
