import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { RecordDocs } from '../../src/engine/meta.ts';
import { unitTable } from '../../src/generated/units.ts';
import { type Lever, levers } from '../../src/scenario/levers.ts';
import type { Reading } from '../../src/scenario/measure.ts';
import type { Scenario, ScenarioItem } from '../../src/scenario/types.ts';
import {
  hasRoom,
  type ItemSet,
  mayRemove,
  openedAs,
  removedItems,
  withItem,
  withItemBack,
  withNewItem,
  withoutItem,
} from '../state/items.ts';
import { moved, movesOthers, reset, withLock } from '../state/move.ts';
import { DECIDED, type Decided, type LeverGroup, leverGroups, type ShownLever } from '../state/panel.ts';
import type { Entry } from '../state/types.ts';
import { words } from '../words/later.ts';
import type { Catalogue } from '../worker/protocol.ts';
import { type Happenings, hear, tell } from './events.ts';
import { icons } from './icons.ts';
import './item-editor.ts';
import type { LeverRow } from './lever.ts';
import './lever.ts';
import './span-editor.ts';
import { panelStyles } from './levers-styles.ts';
import { stayBeside } from './popover.ts';
import { shared } from './styles.ts';
import './why.ts';

const ITEM_SETS = ['commitments', 'sites'] as const;
const SECTIONS = ['commitments', 'sites', 'sector'] as const;

/**
 * All levers of one scenario: commitments and sites first, then sectors, folded; searchable. Loaded after the first chart.
 * Fires `scenario-change` for what its rows tell, their `gesture-end`, and `levers-fold`, `levers-only-changed`.
 */
@customElement('buildout-levers')
export class LeverPanel extends LitElement {
  static override styles = [shared, panelStyles];

  @property({ attribute: false }) entry!: Entry;
  @property({ attribute: false }) catalogue!: Catalogue;
  @property({ attribute: false }) open: readonly string[] = [];
  @property({ type: Boolean }) onlyChanged = false;

  @state() private search = '';
  @state() private decided: Decided | undefined;
  @state() private asked: ShownLever | undefined;
  /** What the records mean, once somebody searches. */
  @state() private docs: Readonly<Record<string, RecordDocs>> | undefined;
  @query('#why') private whyPopover!: HTMLElement;

  private all: readonly Lever[] = [];
  private opened: ReadonlyMap<string, Lever> = new Map();
  private reading!: Reading;
  /** The lever in hand. */
  private moving: { readonly name: string; readonly value: number; readonly scenario: Scenario } | undefined;
  /** What a gesture began with: each of its steps is taken from there, so that shares that gave way come back when the hand does. */
  private from: { readonly scenario: Scenario; readonly all: readonly Lever[] } | undefined;

  /** The page around it, where a lever may be asked for. */
  private page: EventTarget | undefined;
  private readonly onShow = (event: Event): void => {
    this.show((event as CustomEvent<Happenings['lever-show']>).detail.name);
  };

  override connectedCallback(): void {
    super.connectedCallback();
    const root = this.getRootNode();
    this.page = root instanceof ShadowRoot ? root.host : root;
    this.page.addEventListener('lever-show', this.onShow);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.page?.removeEventListener('lever-show', this.onShow);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { entry, catalogue } = this;
    const before = changed.get('entry');
    if (!changed.has('entry') && !changed.has('catalogue')) return;
    if (before?.key !== entry.key) this.from = undefined;
    if (before?.origin !== entry.origin || changed.has('catalogue'))
      this.opened = new Map(levers(entry.origin, catalogue.meta).map((lever) => [lever.name, lever]));
    if (before?.scenario !== entry.scenario || changed.has('catalogue')) this.all = this.leversNow();
    const { language, start } = entry.scenario;
    if (this.reading?.language !== language || this.reading.start !== start)
      this.reading = { language, start, units: unitTable };
  }

  protected override render(): TemplateResult {
    const { search, onlyChanged, decided } = this;
    const { sectors } = this.catalogue.meta;
    const wish = {
      search,
      onlyChanged,
      ...(decided && { decided }),
      says: (record: string) => this.docs?.[record]?.says ?? '',
      renamed: this.renamed,
    };
    const groups = leverGroups(this.all, this.opened, this.entry.scenario.locks, sectors, wish);
    const unfolded = search.trim() !== '' || onlyChanged || decided !== undefined;
    const isOther =
      this.tellsWhatIsNoLever &&
      (this.hasOtherSpan || ITEM_SETS.some((set) => removedItems(this.entry, set).length > 0));
    return html`
      <div class="bar">
        <input
          type="search"
          aria-label=${words.levers.search}
          placeholder=${words.levers.search}
          .value=${search}
          @focus=${this.loadDocs}
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
          <select aria-label=${words.levers.decided} @change=${this.onDecided}>
            <option value="" ?selected=${decided === undefined}>${words.levers.all}</option>
            ${DECIDED.map((who) => html`<option value=${who} ?selected=${who === decided}>${words.levers.by[who]}</option>`)}
          </select>
          <span class="small" role="status">${this.count(groups, unfolded)}</span>
        </div>
      </div>
      ${
        groups.length === 0 && !isOther
          ? html`<p class="empty">${search.trim() !== '' ? words.levers.nothingFound(search) : onlyChanged ? words.levers.nothingChanged : words.levers.nothingDecided}</p>`
          : SECTIONS.map((kind) =>
              this.section(
                kind,
                groups.filter((group) => group.kind === kind),
                unfolded,
              ),
            )
      }
      <div id="why" popover @toggle=${this.onWhyToggle}>
        ${this.asked === undefined ? nothing : html`<buildout-why .shown=${this.asked} .reading=${this.reading}></buildout-why>`}
      </div>
    `;
  }

  constructor() {
    super();
    this.addEventListener('why', (event) =>
      this.onWhy(event as CustomEvent<{ shown: ShownLever; anchor: HTMLElement }>),
    );
    hear(this, 'lever-move', ({ name, value, held }) => this.move(name, value, held));
    hear(this, 'gesture-end', () => this.settle());
    hear(this, 'lever-reset', ({ name, how }) => this.change(false, reset(this.entry, name, how, this.catalogue.meta)));
    hear(this, 'item-change', ({ id, ...change }) =>
      this.change(false, withItem(this.entry.scenario, this.setOf(id), id, change)),
    );
    hear(this, 'item-remove', ({ id }) => this.change(false, withoutItem(this.entry.scenario, this.setOf(id), id)));
    hear(this, 'lever-lock', ({ name, locked }) =>
      this.change(false, withLock(this.entry.scenario, name, locked, this.catalogue.meta)),
    );
  }

  /**
   * All levers of the scenario. While a slider is held only its own lever is made anew, where no other follows it: the rest is worked out
   * when it is let go, and the hand does not wait for it.
   */
  private leversNow(): readonly Lever[] {
    const { moving } = this;
    const { scenario } = this.entry;
    if (moving === undefined || moving.scenario !== scenario) return levers(scenario, this.catalogue.meta);
    return this.all.map((lever) =>
      lever.name === moving.name ? { ...lever, value: moving.value, stated: { central: moving.value } } : lever,
    );
  }

  private move(name: string, value: number, held: boolean): void {
    const { meta } = this.catalogue;
    const from = this.from ?? { scenario: this.entry.scenario, all: this.all };
    this.from = held ? from : undefined;
    const scenario = moved(from.scenario, name, value, meta, from.all);
    const lever = this.all.find((one) => one.name === name);
    this.moving = held && lever !== undefined && !movesOthers(lever) ? { name, value, scenario } : undefined;
    this.change(held, scenario);
  }

  private settle(): void {
    this.from = undefined;
    if (this.moving === undefined) return;
    this.moving = undefined;
    this.all = this.leversNow();
    this.requestUpdate();
  }

  private change(held: boolean, scenario: Scenario): void {
    tell(this, 'scenario-change', { key: this.entry.key, scenario, held });
  }

  private setOf(id: string): ItemSet {
    return this.entry.scenario.sites.some((site) => site.id === id) ? 'sites' : 'commitments';
  }

  private add(set: ItemSet): void {
    const { scenario, id } = withNewItem(this.entry.scenario, set, words.items.fresh[set], this.catalogue.meta);
    tell(this, 'levers-fold', { group: id, open: true });
    this.change(false, scenario);
  }

  /** Unfolds the group of a lever, whatever is searched for, and gives the lever the focus. */
  private async show(name: string): Promise<void> {
    const { sectors } = this.catalogue.meta;
    const everything = { search: '', onlyChanged: false };
    const groups = leverGroups(this.all, this.opened, this.entry.scenario.locks, sectors, everything);
    const group = groups.find((one) => one.levers.some(({ lever }) => lever.name === name));
    if (group === undefined) return;
    this.search = '';
    this.decided = undefined;
    if (this.onlyChanged) tell(this, 'levers-only-changed', { on: false });
    tell(this, 'levers-fold', { group: group.id, open: true });
    // What the page was told comes back with its next drawing.
    await new Promise((done) => requestAnimationFrame(done));
    await this.updateComplete;
    const row = this.renderRoot.querySelector<LeverRow>(`buildout-lever[data-lever="${CSS.escape(name)}"]`);
    await row?.updateComplete;
    row?.scrollIntoView({ block: 'center' });
    row?.focus();
  }

  private async loadDocs(): Promise<void> {
    this.docs ??= (await import('../../src/generated/docs.ts')).docs;
  }

  private get renamed(): ReadonlySet<string> {
    const { entry } = this;
    return new Set(
      ITEM_SETS.flatMap((set) =>
        entry.scenario[set].flatMap(({ id }) => (openedAs(entry, set, id) === undefined ? [] : [id])),
      ),
    );
  }

  private count(groups: readonly LeverGroup[], filtered: boolean): string {
    const sum = groups.reduce((total, group) => total + group.levers.length, 0);
    return filtered && sum > 0 ? words.levers.found(sum) : '';
  }

  private section(
    kind: LeverGroup['kind'],
    groups: readonly LeverGroup[],
    unfolded: boolean,
  ): TemplateResult | typeof nothing {
    const removed = kind !== 'sector' && (!unfolded || this.tellsWhatIsNoLever) ? removedItems(this.entry, kind) : [];
    const span =
      kind === 'sector' && (!unfolded || (this.tellsWhatIsNoLever && this.hasOtherSpan)) ? this.span() : nothing;
    if (groups.length === 0 && removed.length === 0 && unfolded) return span;
    const canAdd = kind !== 'sector' && !unfolded && hasRoom(this.entry.scenario, kind, this.catalogue.meta);
    return html`${span}
      <h3>${words.levers[kind]}</h3>
      ${repeat(
        groups,
        ({ id }) => id,
        (group) => this.group(group, unfolded),
      )}
      ${removed.map((item) => this.removed(kind as ItemSet, item))}
      ${canAdd ? html`<button class="add" @click=${() => this.add(kind)}>${icons.add}${words.items.add[kind]}</button>` : nothing}`;
  }

  /** Of all that differs, also what is no lever: names, regions, what was removed, the time. */
  private get tellsWhatIsNoLever(): boolean {
    return this.onlyChanged && this.search.trim() === '' && this.decided === undefined;
  }

  private get hasOtherSpan(): boolean {
    const { scenario, origin } = this.entry;
    return scenario.start !== origin.start || scenario.horizon !== origin.horizon;
  }

  private span(): TemplateResult {
    return html`<h3>${words.span.title}</h3>
      <buildout-span .entry=${this.entry} .catalogue=${this.catalogue}></buildout-span>`;
  }

  private removed(set: ItemSet, { id, title }: ScenarioItem): TemplateResult {
    const isFull = !hasRoom(this.entry.scenario, set, this.catalogue.meta);
    return html`<p class="small removed">
      <span class="mark" aria-hidden="true"></span>${words.items.removed(title)}
      <button
        class="link"
        aria-label=${words.items.putBackThis(title)}
        ?disabled=${isFull}
        @click=${() => this.change(false, withItemBack(this.entry, set, id))}
      >
        ${words.items.putBack}
      </button>
    </p>`;
  }

  private editor({ id, kind }: LeverGroup): TemplateResult | typeof nothing {
    const { scenario } = this.entry;
    if (kind === 'sector') return nothing;
    const item = scenario[kind].find((one) => one.id === id);
    // What is left for elsewhere follows from the others, and cannot be edited.
    if (item === undefined) return nothing;
    const regions = this.catalogue.meta.presets.filter(({ of }) => of === kind);
    return html`<buildout-item .item=${item} .opened=${openedAs(this.entry, kind, id)} .regions=${regions} .removable=${mayRemove(scenario, kind)}></buildout-item>`;
  }

  private group(group: LeverGroup, unfolded: boolean): TemplateResult {
    const isOpen = unfolded || this.open.includes(group.id);
    return html`
      <details ?open=${isOpen} @toggle=${(event: Event) => this.onFold(group.id, event, unfolded)}>
        <summary>
          <span>${group.title}</span>
          ${group.changed > 0 ? html`<span class="small">${words.levers.changedHere(group.changed)}</span>` : nothing}
          ${icons.down}
        </summary>
        ${
          isOpen
            ? html`<div class="rows">
                ${unfolded && !(this.onlyChanged && this.renamed.has(group.id)) ? nothing : this.editor(group)}
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

  private onDecided(event: Event): void {
    const { value } = event.currentTarget as HTMLSelectElement;
    this.decided = DECIDED.find((who) => who === value);
  }

  private onWhy(event: CustomEvent<{ shown: ShownLever; anchor: HTMLElement }>): void {
    const { shown, anchor } = event.detail;
    this.asked = shown;
    this.updateComplete.then(() => {
      this.whyPopover.showPopover();
      stayBeside(this.whyPopover, anchor);
    });
  }

  private onWhyToggle(event: Event): void {
    if ((event as ToggleEvent).newState === 'closed') this.asked = undefined;
  }
}
