import { css } from 'lit';

/** The map of two levers: a shaded area, its edge, lines of equal output, and two points. */
export const mapStyles = css`
  svg {
    touch-action: manipulation;
    cursor: crosshair;
    max-width: 100%;
  }
  .holds {
    shape-rendering: crispEdges;
    fill: color-mix(in oklab, var(--accent) 22%, var(--paper));
  }
  .frame {
    fill: none;
    stroke: var(--rule-strong);
  }
  path.level {
    fill: none;
    stroke: var(--rule-strong);
  }
  path.edge {
    fill: none;
    stroke: var(--accent);
    stroke-width: 2.5;
  }
  text.on.edge {
    fill: var(--ink);
    font-weight: 600;
  }
  circle.now {
    fill: var(--ink);
    stroke: var(--paper);
    stroke-width: 2;
  }
  path.chosen {
    stroke: var(--ink-soft);
    stroke-dasharray: 2 3;
  }
  circle.chosen {
    fill: var(--paper);
    stroke: var(--ink);
    stroke-width: 2;
  }
  .point {
    min-height: 28px;
  }
`;
