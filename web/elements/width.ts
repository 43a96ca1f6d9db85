import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The width that an element has, px; asks it to draw again when that changes. */
export class Width implements ReactiveController {
  px = 0;
  private readonly observer = new ResizeObserver(([entry]) => {
    const now = Math.floor(entry?.contentRect.width ?? 0);
    if (now === this.px) return;
    this.px = now;
    this.host.requestUpdate();
  });

  constructor(private readonly host: ReactiveControllerHost & Element) {
    host.addController(this);
  }

  hostConnected(): void {
    this.observer.observe(this.host);
  }

  hostDisconnected(): void {
    this.observer.disconnect();
  }
}
