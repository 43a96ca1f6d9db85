/** Puts an open popover under (or, without room, above) what opened it, within the window. */
function placeBeside(popover: HTMLElement, anchor: Element): void {
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
export function stayBeside(popover: HTMLElement, anchor: HTMLElement): void {
  const size = new ResizeObserver(() => placeBeside(popover, anchor));
  size.observe(popover);
  const closed = (event: Event): void => {
    if ((event as ToggleEvent).newState !== 'closed') return;
    popover.removeEventListener('toggle', closed);
    size.disconnect();
    giveBack(popover, anchor);
  };
  popover.addEventListener('toggle', closed);
}

/** For `@toggle` of a popover: places it beside its opener when it opens, and gives the focus back to that when it closes. */
export function onToggle(event: Event): void {
  const popover = event.currentTarget as HTMLElement;
  const root = popover.getRootNode() as ShadowRoot | Document;
  const anchor = root.querySelector<HTMLElement>(`[popovertarget="${popover.id}"]`);
  if (anchor === null) return;
  if ((event as ToggleEvent).newState === 'open') placeBeside(popover, anchor);
  else giveBack(popover, anchor);
}

/** Browsers do this by themselves, but not across shadow roots. Focus that has gone elsewhere stays there. */
function giveBack(popover: HTMLElement, anchor: HTMLElement): void {
  const { activeElement } = popover.getRootNode() as ShadowRoot | Document;
  if (document.activeElement === document.body || popover.contains(activeElement))
    anchor.focus({ preventScroll: true });
}

/** Closes the popover an element stands in. */
export function closePopover(inside: Element): void {
  inside.closest<HTMLElement>('[popover]')?.hidePopover();
}
