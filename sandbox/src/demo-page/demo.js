// The two sides of the demo, with a divider that the mouse and the arrow keys move.
// `?theme=dark` shows Flex as an agent who chose the dark theme sees it; the player's side follows the browser.
// `?player=ID` is another player than the first one.
const asked = new URLSearchParams(location.search);
for (const [frame, name, page] of [
  ['agent', 'theme', '/demo/agent'],
  ['player', 'player', '/player/'],
]) {
  const value = asked.get(name);
  if (value) document.getElementById(frame).src = `${page}?${new URLSearchParams({ [name]: value })}`;
}

const divider = document.getElementById('divider');
const smallest = 20;
const largest = 70;

function place(percent) {
  const width = Math.min(largest, Math.max(smallest, percent));
  document.documentElement.style.setProperty('--left', `${width}%`);
  divider.setAttribute('aria-valuenow', String(Math.round(width)));
}

divider.addEventListener('pointerdown', (down) => {
  divider.setPointerCapture(down.pointerId);
  document.body.classList.add('dragging');
});
divider.addEventListener('pointermove', (move) => {
  if (divider.hasPointerCapture(move.pointerId)) place((move.clientX / window.innerWidth) * 100);
});
divider.addEventListener('pointerup', () => document.body.classList.remove('dragging'));
divider.addEventListener('keydown', (press) => {
  const now = Number(divider.getAttribute('aria-valuenow'));
  if (press.key === 'ArrowLeft') place(now - 2);
  if (press.key === 'ArrowRight') place(now + 2);
});
