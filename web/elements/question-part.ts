import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { unitTable } from '../../src/generated/units.ts';
import { showQuantity } from '../../src/scenario/format.ts';
import { type Lever, levers } from '../../src/scenario/levers.ts';
import type { Measure, Reading } from '../../src/scenario/measure.ts';
import type { Fault } from '../../src/scenario/problems.ts';
import { amount } from '../charts/amounts.ts';
import { type Sheet, sheetCsv } from '../charts/sheet.ts';
import { monthName, yearOf } from '../charts/times.ts';
import { numberFormat } from '../charts/units.ts';
import { applied } from '../state/question.ts';
import type { Entry } from '../state/types.ts';
import { download, fileName } from '../storage/files.ts';
import { questionWords as words } from '../words/questions.ts';
import type { InquiryKind } from '../worker/inquiry.ts';
import type { Askable } from '../worker/outputs.ts';
import type { Catalogue } from '../worker/protocol.ts';
import type { Asking, Inquire } from './asking.ts';
import { tell } from './events.ts';
import { measureText, typedQuantity } from './measure-text.ts';

/** A change of levers that can be applied. */
export type Changes = readonly { readonly lever: string; readonly to: number }[];

/** What all parts of the questions have in common: whom they ask, of what, and how numbers and levers are told. */
export abstract class QuestionPart extends LitElement {
  /** The scenario as it stood when the hand was last off the sliders. */
  @property({ attribute: false }) entry!: Entry;
  @property({ attribute: false }) catalogue!: Catalogue;
  @property({ attribute: false }) inquire!: Inquire;
  @property({ attribute: false, hasChanged: (now?: Askable, before?: Askable) => now?.id !== before?.id })
  output!: Askable;
  /** "2030-01"; not looked at where the output is one number of the whole run. */
  @property() month = '';
  @property() locale = words.locale;
  /** Whether this part is the one that is open. */
  @property({ type: Boolean }) active = false;

  private known: { readonly scenario: Entry['scenario']; readonly levers: ReadonlyMap<string, Lever> } | undefined;

  protected get question(): { readonly of: string; readonly at?: string } {
    const { id, kind } = this.output;
    return kind === 'headline' ? { of: id } : { of: id, at: this.month };
  }

  /** "Jan 2030", or nothing where the output is one number of the whole run. */
  protected get when(): string {
    return this.output.kind === 'headline' ? '' : monthName(yearOf(this.month), this.locale);
  }

  protected get what(): string {
    return words.in(this.output.title, this.when);
  }

  protected get reading(): Reading {
    const { language, start } = this.entry.scenario;
    return { language, start, units: unitTable };
  }

  /** @param like  the size that decides prefix and digits, where several values are named together. */
  protected say(value: number | null, like?: number, more = 0): string {
    return value === null ? words.none : amount(value, this.output, this.locale, like ?? Math.abs(value), more);
  }

  private get measure(): Measure {
    const { unit, show, prefer } = this.output;
    return { unit, show, prefer, type: 'number' };
  }

  /** How a value of the output is typed: "12 GW". @param size  a value that it may have, where one is known. */
  protected example(size: number | null = null): string {
    const { unit } = this.output;
    const usual = unit === 'MW' ? 12_000 : unit.startsWith('USD') ? 100e9 : 1;
    return showQuantity(size ?? usual, this.measure, this.reading, 2);
  }

  /** A value that was typed; without a unit it has the example's. */
  protected read(text: string, example: string): number | Fault {
    return typedQuantity(text, example, this.measure, this.reading);
  }

  protected whole(count: number): string {
    return numberFormat(this.locale, { maximumFractionDigits: 0 }).format(count);
  }

  protected get levers(): ReadonlyMap<string, Lever> {
    const { scenario } = this.entry;
    if (this.known?.scenario !== scenario) {
      const all = levers(scenario, this.catalogue.meta).map((lever) => [lever.name, lever] as const);
      this.known = { scenario, levers: new Map(all) };
    }
    return this.known.levers;
  }

  protected leverTitle(name: string): string {
    const lever = this.levers.get(name);
    if (lever === undefined) return name;
    return lever.item === undefined ? lever.title : `${lever.item.title}: ${lever.title}`;
  }

  protected leverText(name: string, value: number): string {
    const lever = this.levers.get(name);
    return lever === undefined ? String(value) : measureText(value, lever.measure, this.reading);
  }

  /** A choice among numbers, such as of draws. */
  protected choice(
    label: string,
    counts: readonly number[],
    chosen: number,
    choose: (count: number) => void,
  ): TemplateResult {
    return html`<label
      >${label}
      <select
        @change=${(event: Event) => choose(counts[(event.currentTarget as HTMLSelectElement).selectedIndex] ?? chosen)}
      >
        ${counts.map((count) => html`<option ?selected=${count === chosen}>${this.whole(count)}</option>`)}
      </select></label
    >`;
  }

  /** Asks, stops and asks again by one button, so that the focus stays where it is. */
  protected askButton(asking: Asking<InquiryKind>, label: string, ask: () => void): TemplateResult {
    const { isBusy, progress = 0, found, refused } = asking;
    const act = (event: Event): void => {
      event.preventDefault();
      if (isBusy) asking.stop();
      else ask();
    };
    return html`<div class="ask">
        <button class="solid" @click=${act}>${isBusy ? words.stop : found === undefined ? label : words.again}</button>
        ${
          isBusy
            ? html`<progress aria-label=${words.working} max="1" .value=${progress}></progress>
                <span class="small">${words.workingShare(numberFormat(this.locale, { style: 'percent' }).format(progress))}</span>`
            : nothing
        }
      </div>
      ${refused === '' ? nothing : html`<p class="trouble" role="alert">${refused}</p>`}`;
  }

  /** Says when an answer is not the one for the scenario as it is. */
  protected remark({ found }: Asking<InquiryKind>): TemplateResult | typeof nothing {
    if (found === undefined) return nothing;
    const now = this.entry.scenario;
    const { scenario, stopped } = found;
    const isOld = scenario !== now;
    const { title } = scenario;
    return html`${isOld ? html`<p class="old">${title === now.title ? words.old(title) : words.oldOther(title)}</p>` : nothing}
    ${stopped ? html`<p class="old">${words.stopped}</p>` : nothing}`;
  }

  protected csvButton(sheet: () => Sheet): TemplateResult {
    return html`<button
      @click=${() => {
        const made = sheet();
        download(fileName(made.name, 'csv'), new Blob([sheetCsv(made)], { type: 'text/csv' }));
      }}
    >
      ${words.csv}
    </button>`;
  }

  /** As one step that can be undone. */
  protected apply(changes: Changes): void {
    const { key, scenario } = this.entry;
    const next = applied(scenario, changes, this.catalogue.meta);
    if (next !== scenario) tell(this, 'scenario-change', { key, scenario: next, held: false });
  }

  protected goTo(name: string | undefined): void {
    if (name !== undefined && this.levers.has(name)) tell(this, 'lever-show', { name });
  }
}
