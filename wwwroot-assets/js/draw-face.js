// A frame around a face in a photo: dragged with mouse or finger, or moved with the arrow keys and sized with + and -.
const STEP = .01;
const LEAST = .005;

export function start(sheet) {
  const mark = sheet.firstElementChild;
  const flat = sheet.clientWidth / sheet.clientHeight;
  let place = { x: .5 - .08 / Math.max(1, flat), y: .5 - .1 * Math.min(1, flat), width: .16 / Math.max(1, flat), height: .2 * Math.min(1, flat) };
  let from = null;

  const show = () => Object.assign(mark.style, {
    left: `${place.x * 100}%`, top: `${place.y * 100}%`, width: `${place.width * 100}%`, height: `${place.height * 100}%`,
  });
  const within = value => Math.min(1, Math.max(0, value));
  const at = event => {
    const area = sheet.getBoundingClientRect();
    return { x: within((event.clientX - area.left) / area.width), y: within((event.clientY - area.top) / area.height) };
  };
  const between = (a, b) => ({ x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) });
  const set = wanted => {
    place = { ...wanted, width: Math.max(LEAST, Math.min(1, wanted.width)), height: Math.max(LEAST, Math.min(1, wanted.height)) };
    place.x = Math.min(1 - place.width, Math.max(0, place.x));
    place.y = Math.min(1 - place.height, Math.max(0, place.y));
    show();
  };
  const grow = by => set({ x: place.x - place.width * by / 2, y: place.y - place.height * by / 2, width: place.width * (1 + by), height: place.height * (1 + by) });
  const keys = {
    ArrowLeft: () => set({ ...place, x: place.x - STEP }), ArrowRight: () => set({ ...place, x: place.x + STEP }),
    ArrowUp: () => set({ ...place, y: place.y - STEP }), ArrowDown: () => set({ ...place, y: place.y + STEP }),
    "+": () => grow(.1), "=": () => grow(.1), "-": () => grow(-.1),
  };

  sheet.onpointerdown = event => { from = at(event); sheet.setPointerCapture(event.pointerId); };
  sheet.onpointermove = event => { if (from) set(between(from, at(event))); };
  sheet.onpointerup = sheet.onpointercancel = () => { from = null; };
  sheet.onkeydown = event => {
    if (!keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  };
  show();
  sheet.focus();
  return {
    place: () => [place.x, place.y, place.x + place.width, place.y + place.height],
    stop: () => { sheet.onpointerdown = sheet.onpointermove = sheet.onkeydown = null; },
  };
}
