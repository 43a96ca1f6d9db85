/** Puts an open popover under (or, without room, above) what opened it, within the window. */
export function placeBeside(popover: HTMLElement, anchor: Element): void {
  const around = anchor.getBoundingClientRect();
  const { width, height } = popover.getBoundingClientRect();
  const room = { width: document.documentElement.clientWidth, height: window.innerHeight };
  const left = Math.max(8, Math.min(around.left, room.width - width - 8));
  const below = around.bottom + 4;
  const top = below + height <= room.height - 8 ? below : Math.max(8, around.top - height - 4);
  popover.style.left = `${left}px`;
  popover.style.top = `${top}px`;
}

/** Keeps an open popover beside what opened it, also when what is in it arrives later and makes it larger. */
export function stayBeside(popover: HTMLElement, anchor: Element): void {
  const size = new ResizeObserver(() => placeBeside(popover, anchor));
  size.observe(popover);
  popover.addEventListener('toggle', (event) => (event as ToggleEvent).newState === 'closed' && size.disconnect());
}

/** For `@toggle` of a popover: places it beside its opener when it opens. */
export function onToggle(event: Event): void {
  const popover = event.currentTarget as HTMLElement;
  if ((event as ToggleEvent).newState !== 'open') return;
  const root = popover.getRootNode() as ShadowRoot | Document;
  const anchor = root.querySelector(`[popovertarget="${popover.id}"]`);
  if (anchor !== null) placeBeside(popover, anchor);
}

/** Closes the popover an element stands in, and gives the focus back to what opened it. */
export function closePopover(inside: Element): void {
  inside.closest<HTMLElement>('[popover]')?.hidePopover();
}
