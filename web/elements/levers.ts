import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { type Lever, levers } from '../../src/scenario/levers.ts';
import type { Reading } from '../../src/scenario/measure.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import { moved, reset, withLock } from '../state/move.ts';
import { type LeverGroup, leverGroups, type ShownLever } from '../state/panel.ts';
import type { Entry } from '../state/types.ts';
import { words } from '../words/en.ts';
import type { Catalogue } from '../worker/protocol.ts';
import { hear, tell } from './events.ts';
import { icons } from './icons.ts';
import './lever.ts';
import { placeBeside } from './popover.ts';
import { shared } from './styles.ts';
import './why.ts';

/**
 * All levers of one scenario: commitments and sites first, then sectors, folded; searchable. Loaded after the first chart.
 * Fires `scenario-change` for what its rows tell, their `gesture-end`, and `levers-fold`, `levers-only-changed`.
 */
@customElement('buildout-levers')
export class LeverPanel extends LitElement {
  static override styles = [
    shared,
    css`
      .bar {
        position: sticky;
        top: 0;
        z-index: 2;
        background: var(--paper);
        padding: 8px 0;
        border-bottom: 1px solid var(--rule);
      }
      input[type='search'] {
        width: 100%;
        height: 32px;
        padding: 0 8px;
        border: 1px solid var(--rule-strong);
        border-radius: 4px;
        background: var(--raised);
      }
      .options {
        display: flex;
        justify-content: space-between;
        align-items: center;
        padding-top: 4px;
        min-height: 28px;
      }
      .options label {
        display: flex;
        align-items: center;
        gap: 6px;
        cursor: pointer;
      }
      h3 {
        font-size: var(--size-12);
        font-weight: 600;
        color: var(--ink-soft);
        padding: 16px 0 4px;
      }
      details {
        border-bottom: 1px solid var(--rule);
      }
      summary {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 36px;
        cursor: pointer;
        font-weight: 600;
        list-style: none;
      }
      summary::-webkit-details-marker {
        display: none;
      }
      summary svg {
        color: var(--ink-soft);
      }
      details[open] summary svg {
        transform: rotate(180deg);
      }
      summary span {
        flex: 1;
      }
      summary .small {
        flex: none;
        font-weight: 400;
      }
      .rows {
        padding: 0 0 12px;
      }
      .empty {
        padding: 16px 0;
        color: var(--ink-soft);
      }
    `,
  ];

  @property({ attribute: false }) entry!: Entry;
  @property({ attribute: false }) catalogue!: Catalogue;
  @property({ attribute: false }) open: readonly string[] = [];
  @property({ type: Boolean }) onlyChanged = false;

  @state() private search = '';
  @state() private asked: ShownLever | undefined;
  @query('#why') private whyPopover!: HTMLElement;

  private all: readonly Lever[] = [];
  private opened: ReadonlyMap<string, Lever> = new Map();
  private reading!: Reading;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { entry, catalogue } = this;
    const before = changed.get('entry');
    if (!changed.has('entry') && !changed.has('catalogue')) return;
    if (before?.origin !== entry.origin || changed.has('catalogue'))
      this.opened = new Map(levers(entry.origin, catalogue.meta).map((lever) => [lever.name, lever]));
    if (before?.scenario !== entry.scenario || changed.has('catalogue'))
      this.all = levers(entry.scenario, catalogue.meta);
    const { language, start } = entry.scenario;
    if (this.reading?.language !== language || this.reading.start !== start)
      this.reading = { language, start, units: catalogue.units };
  }

  protected override render(): TemplateResult {
    const { search, onlyChanged } = this;
    const { sectors } = this.catalogue.meta;
    const groups = leverGroups(this.all, this.opened, this.entry.scenario.locks, sectors, { search, onlyChanged });
    const unfolded = search.trim() !== '' || onlyChanged;
    return html`
      <div class="bar">
        <input
          type="search"
          aria-label=${words.levers.search}
          placeholder=${words.levers.search}
          .value=${search}
          @input=${(event: Event) => {
            this.search = (event.currentTarget as HTMLInputElement).value;
          }}
        />
        <div class="options">
          <label
            ><input
              type="checkbox"
              .checked=${onlyChanged}
              @change=${(event: Event) => tell(this, 'levers-only-changed', { on: (event.currentTarget as HTMLInputElement).checked })}
            />${words.levers.onlyChanged}</label
          >
          <span class="small" role="status">${this.count(groups, unfolded)}</span>
        </div>
      </div>
      ${
        groups.length === 0
          ? html`<p class="empty">${search.trim() === '' ? words.levers.nothingChanged : words.levers.nothingFound(search)}</p>`
          : repeat(
              groups,
              ({ id }) => id,
              (group, index) => this.group(group, groups[index - 1], unfolded),
            )
      }
      <div id="why" popover @toggle=${this.onWhyToggle}>
        ${this.asked === undefined ? nothing : html`<buildout-why .shown=${this.asked} .reading=${this.reading}></buildout-why>`}
      </div>
    `;
  }

  constructor() {
    super();
    this.addEventListener('why', (event) => this.onWhy(event as CustomEvent<{ shown: ShownLever; anchor: Element }>));
    hear(this, 'lever-move', ({ name, value, held }) =>
      this.change(held, moved(this.entry.scenario, name, value, this.catalogue.meta, this.all)),
    );
    hear(this, 'lever-reset', ({ name, how }) => this.change(false, reset(this.entry, name, how, this.catalogue.meta)));
    hear(this, 'lever-lock', ({ name, locked }) => this.change(false, withLock(this.entry.scenario, name, locked)));
  }

  private change(held: boolean, scenario: Scenario): void {
    tell(this, 'scenario-change', { key: this.entry.key, scenario, held });
  }

  private count(groups: readonly LeverGroup[], filtered: boolean): string {
    const sum = groups.reduce((total, group) => total + group.levers.length, 0);
    return filtered ? words.levers.found(sum) : '';
  }

  private group(group: LeverGroup, before: LeverGroup | undefined, unfolded: boolean): TemplateResult {
    const head = { commitments: words.levers.commitments, sites: words.levers.sites, sector: words.levers.assumptions };
    const isOpen = unfolded || this.open.includes(group.id);
    return html`
      ${before?.kind === group.kind ? nothing : html`<h3>${head[group.kind]}</h3>`}
      <details ?open=${isOpen} @toggle=${(event: Event) => this.onFold(group.id, event, unfolded)}>
        <summary>
          <span>${group.title}</span>
          ${group.changed > 0 ? html`<span class="small">${words.levers.changedHere(group.changed)}</span>` : nothing}
          ${icons.down}
        </summary>
        ${
          isOpen
            ? html`<div class="rows">
                ${repeat(
                  group.levers,
                  ({ lever }) => lever.name,
                  (shown) =>
                    html`<buildout-lever
                      data-lever=${shown.lever.name}
                      .shown=${shown}
                      .reading=${this.reading}
                      .owner=${group.kind === 'sector' || shown.lever.set === 'funders' ? (shown.lever.item?.title ?? '') : ''}
                    ></buildout-lever>`,
                )}
              </div>`
            : nothing
        }
      </details>
    `;
  }

  /** While everything found is unfolded, what a person had folded stays as it was. */
  private onFold(group: string, event: Event, unfolded: boolean): void {
    const { open } = event.currentTarget as HTMLDetailsElement;
    if (!unfolded && open !== this.open.includes(group)) tell(this, 'levers-fold', { group, open });
  }

  private onWhy(event: CustomEvent<{ shown: ShownLever; anchor: Element }>): void {
    const { shown, anchor } = event.detail;
    this.asked = shown;
    this.updateComplete.then(() => {
      this.whyPopover.showPopover();
      placeBeside(this.whyPopover, anchor);
    });
  }

  private onWhyToggle(event: Event): void {
    if ((event as ToggleEvent).newState === 'closed') this.asked = undefined;
  }
}
