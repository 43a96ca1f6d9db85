import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { described } from '../../src/generated/described.ts';
import { docs } from '../../src/generated/docs.ts';
import { meta } from '../../src/generated/meta.ts';
import { sources } from '../../src/generated/seeds.ts';
import { headlines } from '../../src/model/headlines.ts';
import type { Theme } from '../state/types.ts';
import { words } from '../words/later.ts';
import { modelWords } from '../words/model.ts';
import { setsOf, sourcesOf } from './back-matter.ts';
import { bookOf, type Chapter, type Entry, type Kind } from './book.ts';
import { coloursChoice } from './colours.ts';
import { entryBody } from './entry.ts';
import { watchWidths } from './equations.ts';
import type { ModelGraph } from './graph.ts';
import './graph.ts';
import { flowsOf } from './overview.ts';
import { best, type Filter, found, indexOf, NO_FILTER } from './search.ts';
import { chooseTheme, dress, rememberedTheme } from './theme.ts';

const book = bookOf({ meta: { ...meta, ...described }, docs, headlines, sources, summary: modelWords.headlines });
const sectors = book.chapters.filter(({ id }) => id !== modelWords.headlines.id);
const index = indexOf(book);

/** The model page. Its address names the record in view: `model.html#facility_in_use`. */
@customElement('buildout-model')
export class ModelPage extends LitElement {
  @state() private filter: Filter = NO_FILTER;
  /** The record in view; empty for none. */
  @state() private at = '';
  @state() private theme: Theme = rememberedTheme();
  /** The section being read. */
  @state() private reading = '';
  /** The chapters come after the first paint: there are hundreds of entries. */
  @state() private whole = false;

  /** In the page itself: addresses lead to places in it, and the browser's own search finds its words. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    dress(this.theme);
    addEventListener('hashchange', () => this.goThere());
    this.addEventListener('model-walk', (event) => this.walk((event as CustomEvent<string>).detail));
    this.addEventListener('click', this.onName);
    this.updateComplete.then(() => requestAnimationFrame(() => setTimeout(() => this.fill())));
  }

  private async fill(): Promise<void> {
    this.whole = true;
    await this.updateComplete;
    watchWidths([...this.querySelectorAll<HTMLElement>('.equations')]);
    this.watchChapters();
    await this.goThere();
  }

  /** The contents tell which chapter crosses the upper part of the window. */
  private watchChapters(): void {
    const watch = new IntersectionObserver(
      (seen) => {
        const into = seen.find((one) => one.isIntersecting)?.target.id;
        if (into !== undefined) this.reading = into;
      },
      { rootMargin: '-20% 0px -79% 0px' },
    );
    for (const section of this.querySelectorAll('main section')) watch.observe(section);
  }

  protected override render(): TemplateResult {
    const shown = found(book, index, this.filter);
    return html`<a class="skip" href="#model" @click=${this.skip}>${modelWords.contents}</a>
      <header>
        <p class="home"><a href="./">${words.product}</a></p>
        <h1>${modelWords.title}</h1>
        <p class="version">${modelWords.version(book.version)}</p>
        <p><a href="./proof.html">${modelWords.proof}</a></p>
        ${coloursChoice(this.theme, this.onTheme)}
      </header>
      <div class="body">
        <aside>${this.search(shown.size)}${this.contents(shown)}</aside>
        <main id="model" tabindex="-1">
          ${guard([], () => this.opening())} ${shown.size === 0 ? html`<p class="none">${modelWords.search.none}</p>` : nothing}
          ${this.whole ? this.chapters(shown) : html`<p class="none">${modelWords.loading}</p>`}
        </main>
      </div>`;
  }

  private opening(): TemplateResult {
    return html`<p class="lede">${modelWords.lede(sectors.length, book.entries.size, book.cited.length)}</p>
      <p class="reading">${modelWords.reading}</p>
      <section class="whole" aria-labelledby="whole-title">
        <h2 id="whole-title">${modelWords.overview.title}</h2>
        <buildout-model-overview .chapters=${sectors}></buildout-model-overview>
      </section>`;
  }

  private search(count: number): TemplateResult {
    const word = modelWords.search;
    const { query, chapter, kind } = this.filter;
    const option = (value: string, text: string, chosen: string): TemplateResult =>
      html`<option value=${value} .selected=${value === chosen}>${text}</option>`;
    return html`<form role="search" aria-label=${word.label} @submit=${this.onSubmit} @input=${this.onInput}>
      <input type="search" name="query" aria-label=${word.label} placeholder=${word.hint} autocomplete="off" spellcheck="false" .value=${query} />
      <div class="filters">
        <select name="chapter" aria-label=${word.chapter}>
          ${option('', word.allChapters, chapter)}${book.chapters.map(({ id, title }) => option(id, title, chapter))}
        </select>
        <select name="kind" aria-label=${word.kind}>
          ${option('', word.allKinds, kind)}${Object.entries(modelWords.kinds).map(([id, title]) => option(id, title, kind))}
        </select>
      </div>
      <p class="count">
        <span role="status">${word.count(count, book.entries.size)}</span>
        ${this.filter === NO_FILTER ? nothing : html`<button type="button" @click=${this.clear}>${word.clear}</button>`}
      </p>
    </form>`;
  }

  private contents(shown: ReadonlySet<string>): TemplateResult {
    const count = ({ entries }: Chapter): number => entries.filter(({ id }) => shown.has(id)).length;
    const line = (
      id: string,
      title: string,
      many: number | '',
    ): TemplateResult => html`<li class=${many === 0 ? 'empty' : ''}>
      <a href="#${id}" aria-current=${id === this.reading ? 'location' : nothing}>${title}</a> <span>${many}</span>
    </li>`;
    return html`<nav aria-label=${modelWords.contents}>
      <ul>
        ${book.chapters.map((chapter) => line(`sector-${chapter.id}`, chapter.title, count(chapter)))}
        ${line('sets', modelWords.sets.title, '')} ${line('sources', modelWords.sources.title, book.cited.length)}
      </ul>
    </nav>`;
  }

  private chapters(shown: ReadonlySet<string>): TemplateResult {
    return html`${book.chapters.map((chapter) => this.chapter(chapter, shown))}
      <div ?hidden=${this.filter !== NO_FILTER}>${guard([], () => [setsOf(book), sourcesOf(book)])}</div>`;
  }

  private chapter(chapter: Chapter, shown: ReadonlySet<string>): TemplateResult {
    const { id, title, says, entries } = chapter;
    return html`<section id="sector-${id}" aria-labelledby="title-${id}" ?hidden=${!entries.some((entry) => shown.has(entry.id))}>
      <h2 id="title-${id}" tabindex="-1">${title}</h2>
      <p class="says">${says}</p>
      ${chapter.id === modelWords.headlines.id ? nothing : guard([], () => html`<p class="links">${flowsOf(chapter, sectors)}</p>`)}
      ${entries.map((entry) => this.entry(entry, shown.has(entry.id)))}
    </section>`;
  }

  private entry(entry: Entry, shown: boolean): TemplateResult {
    const here = entry.id === this.at;
    return html`<article id=${entry.id} class=${here ? 'here' : ''} tabindex="-1" ?hidden=${!shown}>
      ${guard([], () => entryBody(entry, book))}
      ${here ? html`<buildout-model-graph .book=${book} .entry=${entry.id}></buildout-model-graph>` : nothing}
    </article>`;
  }

  /** Brings what the address names into view; narrows the search no more where that would hide it. */
  private async goThere(): Promise<void> {
    const id = decodeURIComponent(location.hash.slice(1));
    const entry = book.entryOf(id);
    this.at = entry?.id ?? '';
    if (!this.isShown(id, entry)) this.filter = NO_FILTER;
    await this.updateComplete;
    const place = id === '' ? null : document.getElementById(entry?.id ?? id);
    place?.scrollIntoView({ block: 'start' });
    (place?.querySelector<HTMLElement>(':scope > h2') ?? place)?.focus({ preventScroll: true });
    document.title = entry === undefined ? modelWords.pageTitle : `${entry.title} – ${modelWords.pageTitle}`;
  }

  private isShown(id: string, entry: Entry | undefined): boolean {
    const shown = found(book, index, this.filter);
    if (entry !== undefined) return shown.has(entry.id);
    const chapter = book.chapters.find((one) => `sector-${one.id}` === id);
    return chapter !== undefined ? chapter.entries.some((one) => shown.has(one.id)) : id === '';
  }

  /** From one picture to the next, which takes its place: what moves is the book around it. */
  private async walk(id: string): Promise<void> {
    const before = this.graph?.middle ?? 0;
    if (id !== this.at) history.pushState(null, '', `#${id}`);
    this.at = id;
    if (!this.isShown(id, book.entryOf(id))) this.filter = NO_FILTER;
    await this.updateComplete;
    await this.graph?.updateComplete;
    scrollBy(0, (this.graph?.middle ?? 0) - before);
    this.graph?.focusMiddle();
    document.title = `${book.entries.get(id)?.title} – ${modelWords.pageTitle}`;
  }

  private get graph(): ModelGraph | null {
    return this.querySelector('buildout-model-graph');
  }

  /** A name in an equation leads to what it names; "made from" below has the same as links. */
  private readonly onName = (event: Event): void => {
    const name = (event.target as Element).closest('[data-id]')?.getAttribute('data-id');
    const id = name == null ? undefined : book.entryOf(name)?.id;
    if (id !== undefined) this.open(id);
  };

  private open(id: string): void {
    if (location.hash === `#${id}`) this.goThere();
    else location.hash = id;
  }

  private readonly onInput = (event: Event): void => {
    const data = new FormData(event.currentTarget as HTMLFormElement);
    const text = (name: string): string => String(data.get(name) ?? '');
    const filter: Filter = { query: text('query'), chapter: text('chapter'), kind: text('kind') as Kind | '' };
    const all = filter.query.trim() === '' && filter.chapter === '' && filter.kind === '';
    this.filter = all ? NO_FILTER : filter;
  };

  /** Enter goes to what the words most likely mean. */
  private readonly onSubmit = (event: Event): void => {
    event.preventDefault();
    const id = best(book, found(book, index, this.filter), this.filter.query);
    if (id !== undefined && this.filter !== NO_FILTER) this.open(id);
  };

  private readonly clear = (): void => {
    this.filter = NO_FILTER;
    this.querySelector<HTMLInputElement>('input[type="search"]')?.focus();
  };

  private readonly onTheme = (theme: Theme): void => {
    this.theme = theme;
    chooseTheme(theme);
  };

  private readonly skip = (event: Event): void => {
    event.preventDefault();
    this.querySelector('main')?.focus();
  };
}
