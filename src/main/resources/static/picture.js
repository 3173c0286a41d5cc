// Draws the process with bpmn-js and lays a card with its figures on each step. The figures and addresses are those of the
// table below, which says the same to whoever sees no picture.
'use strict';

const LARGEST = 3;
const SMALLEST_WIDTH = 1100; // CSS pixels; what is narrower scrolls sideways
const CARD = { most: 150, apart: 6 };

const figure = document.getElementById('picture');

(async () => {
  const answer = await fetch(figure.dataset.model);
  if (!answer.ok) {
    throw new Error(`The model cannot be read: ${answer.status}`);
  }
  const xml = await answer.text();
  const frame = figure.querySelector('.picture-frame');
  const sheet = document.createElement('div');
  sheet.className = 'picture-sheet';
  frame.replaceChildren(sheet);
  const viewer = new BpmnJS({
    container: sheet,
    bpmnRenderer: {
      defaultFillColor: 'var(--surface)',
      defaultStrokeColor: 'var(--line-strong)',
      defaultLabelColor: 'var(--quiet)',
    },
    overlays: { defaults: { scale: false } },
  });
  await viewer.importXML(xml);

  const canvas = viewer.get('canvas');
  const inner = canvas.viewbox().inner;
  // what it says is in the table; only the links on it are for the keyboard
  sheet.querySelector('svg').setAttribute('tabindex', '-1');
  sheet.querySelector('svg').setAttribute('aria-hidden', 'true');

  const steps = [...document.querySelectorAll('tr[data-element]')]
    .map((row) => ({ row, shape: viewer.get('elementRegistry').get(row.dataset.element) }))
    .filter((step) => step.shape)
    .sort((one, other) => one.row.dataset.order - other.row.dataset.order);
  steps.forEach(({ row, shape }) => canvas.addMarker(shape.id, `heat-${row.dataset.heat}`));

  let size = 1;
  const draw = () => {
    const width = Math.max(frame.clientWidth, SMALLEST_WIDTH) * size;
    const scale = width / inner.width;
    sheet.style.width = `${width}px`;
    sheet.style.height = `${Math.ceil(inner.height * scale)}px`;
    canvas.resized();
    canvas.viewbox({ x: inner.x, y: inner.y, width: inner.width, height: inner.height });
    viewer.get('overlays').clear();
    steps.forEach((step) => place(viewer.get('overlays'), step, steps, scale, inner.x));
  };

  const sizes = figure.querySelector('.picture-sizes');
  sizes.hidden = false;
  const [smaller, larger] = sizes.querySelectorAll('button');
  const resize = (next) => {
    const middle = (frame.scrollLeft + frame.clientWidth / 2) / sheet.clientWidth;
    size = next;
    draw();
    frame.scrollLeft = middle * sheet.clientWidth - frame.clientWidth / 2;
    smaller.disabled = size === 1;
    larger.disabled = size === LARGEST;
  };
  smaller.addEventListener('click', () => resize(size - 1));
  larger.addEventListener('click', () => resize(size + 1));
  let seen = frame.clientWidth;
  new ResizeObserver(() => {
    if (frame.clientWidth !== seen) {
      seen = frame.clientWidth;
      draw();
    }
  }).observe(frame);

  resize(1);
  figure.dataset.drawn = 'true';
})().catch((problem) => {
  // the still picture and the table stay
  console.error(problem);
});

/** Lays the card of a step on its task: as wide as can be read, without touching the next card. */
function place(overlays, { row, shape }, steps, scale, from) {
  const beside = steps
    .filter((other) => other.shape !== shape && Math.abs(other.shape.y - shape.y) < shape.height)
    .map((other) => Math.abs(other.shape.x - shape.x) * scale - CARD.apart);
  const width = Math.max(shape.width * scale, Math.min(CARD.most, ...beside));
  const card = document.createElement('a');
  card.className = `step-card heat-${row.dataset.heat}`;
  card.href = row.querySelector('th a').href;
  card.style.width = `${width}px`;
  card.style.minHeight = `${shape.height * scale}px`;
  card.append(line('strong', row.dataset.label), line('span', row.dataset.now));
  if (row.dataset.late) {
    card.append(line('span', row.dataset.late, 'late-text'));
  }
  if (row.dataset.typical) {
    card.append(line('span', row.dataset.typical));
  }
  const left = Math.max((shape.width - width / scale) / 2, from + CARD.apart / scale - shape.x);
  overlays.add(shape.id, { position: { left, top: 0 }, html: card });
}

function line(kind, text, style = '') {
  const element = document.createElement(kind);
  element.textContent = text;
  element.className = style;
  return element;
}
