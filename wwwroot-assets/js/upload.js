// Sends dropped or chosen files, one streaming request each, three at a time, and tells the page how far it is.
// What is to be sent is kept here and not in the page: other pages of the studio may be opened meanwhile.
const AT_ONCE = 3;
const TELL_EVERY_MS = 250;

const sendings = new Map();
addEventListener("beforeunload", event => {
  if ([...sendings.values()].some(sending => sending.isBusy())) event.preventDefault();
});

export function start(box, url, page, maxBytes, sentences) {
  if (!sendings.has(url)) sendings.set(url, newSending(url, maxBytes));
  const sending = sendings.get(url);
  sending.show(page, box.querySelector("[data-refused]"), sentences);

  const onOver = event => { event.preventDefault(); box.classList.add("upload-over"); };
  const onLeave = () => box.classList.remove("upload-over");
  const onDrop = async event => {
    event.preventDefault();
    onLeave();
    sending.begin();
    const entries = [...event.dataTransfer.items].map(item => item.webkitGetAsEntry?.()).filter(Boolean);
    if (!entries.length) return sending.add([...event.dataTransfer.files]);
    for (const entry of entries) sending.add((await filesBelow(entry, sending.refuse)).filter(file => !file.name.startsWith(".")));
  };
  const onChoose = event => { sending.begin(); sending.add([...event.target.files]); event.target.value = ""; };
  const listeners = { dragover: onOver, dragleave: onLeave, drop: onDrop, change: onChoose };

  for (const [name, listener] of Object.entries(listeners)) box.addEventListener(name, listener);

  // Chosen before this script had come; the browser tells of a choice once.
  const early = box.querySelector("input[type=file]");
  if (early.files.length) onChoose({ target: early });
  return {
    stop() {
      for (const [name, listener] of Object.entries(listeners)) box.removeEventListener(name, listener);
      sending.hide(page);
    },
  };
}

function newSending(url, maxBytes) {
  const queue = [];
  const state = { done: 0, total: 0, refused: 0 };
  let refusals = [], running = 0, told = 0, timer = null, page = null, list = null, says = null;

  const tell = () => {
    clearTimeout(timer);
    timer = null;
    told = Date.now();
    page?.invokeMethodAsync("Told", { ...state }).catch(() => { /* The line is down; the files are sent all the same. */ });
  };
  const tellSoon = () => {
    if (state.done === state.total || Date.now() - told > TELL_EVERY_MS) tell();
    else timer ??= setTimeout(tell, TELL_EVERY_MS);
  };

  const write = words => list?.append(Object.assign(document.createElement("li"), { textContent: words }));
  const note = words => {
    state.refused++;
    refusals.push(words);
    write(words);
  };

  const send = async file => {
    if (file.size > maxBytes) return note(filled(says.tooLarge, file.name));
    try {
      const answer = await fetch(`${url}?name=${encodeURIComponent(file.name)}`, {
        method: "POST", body: file, headers: { "X-Studio-Upload": "1", "Content-Type": "application/octet-stream" },
      });
      if (answer.ok) return;
      const inWords = answer.headers.get("Content-Type")?.startsWith("text/plain");
      note((inWords && await answer.text()) || filled(says.notTaken, file.name, answer.status));
    } catch {
      note(filled(says.notSent, file.name));
    }
  };

  const next = async () => {
    while (queue.length) {
      await send(queue.shift());
      state.done++;
      tellSoon();
    }
    running--;
  };

  // A new lot begins when somebody chooses again after all was dealt with.
  const begin = () => {
    if (state.done !== state.total) return;
    Object.assign(state, { done: 0, total: 0, refused: 0 });
    refusals = [];
    list?.replaceChildren();
  };

  return {
    begin,
    isBusy: () => state.done < state.total,
    add(files) {
      if (!files.length) return;
      queue.push(...files);
      state.total += files.length;
      tellSoon();
      while (running < AT_ONCE && queue.length) { running++; next(); }
    },
    refuse(path) {
      state.total++;
      state.done++;
      note(filled(says.unreadable, path));
      tellSoon();
    },
    show(newPage, newList, sentences) {
      [page, list, says] = [newPage, newList, sentences];
      list?.replaceChildren();
      refusals.forEach(write);
      if (state.total > 0) tell();
    },
    hide(oldPage) {
      if (page === oldPage) [page, list] = [null, null];
    },
  };
}

function filled(sentence, ...names) {
  return sentence.replace(/\{(\d)\}/g, (_, at) => names[at]);
}

// One folder that cannot be read takes no other along.
async function filesBelow(entry, refuse) {
  const found = [];
  try {
    if (entry.isFile) return [await new Promise((done, failed) => entry.file(done, failed))];
    const reader = entry.createReader();
    for (;;) {
      const some = await new Promise((done, failed) => reader.readEntries(done, failed));
      if (!some.length) return found;
      for (const one of some) found.push(...await filesBelow(one, refuse));
    }
  } catch {
    refuse(entry.fullPath.slice(1));
    return found;
  }
}
