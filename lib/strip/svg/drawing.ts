import { withoutLines } from '../credit/findings.ts';
import { creditXmp, writeXmp } from '../credit/xmp.ts';
import { Misfit } from '../misfit.ts';
import { words } from '../words.ts';
import { cleanRules } from './css.ts';
import {
  cleanAttributes,
  drawn,
  type Named,
  type Piece,
  type Rules,
  type Scope,
  scopeOf,
  writtenAttribute,
} from './element.ts';
import { elementFindings, textFinding } from './findings.ts';
import type { Report } from './links.ts';
import { NAMESPACE, TEXT_ELEMENTS } from './names.ts';
import { encode, References } from './references.ts';
import { MALFORMED, type Token, tokens } from './tokens.ts';
import { isNameKind, namesIn, type WornNames, withWornNames, wornNames } from './worn-names.ts';

type Open = {
  name: string;
  /** Name without prefix of an element that stays; undefined for one that goes. */
  local: string | undefined;
  start: number;
  scope: Scope;
  /** Characters in it are drawn. */
  isText: boolean;
  isInHtml: boolean;
};

/** More are not shown. */
const MOST_NAMES = 100;

/** The declarations that say what is so anyway. */
const DECLARATION =
  /^xml\s+version\s*=\s*["']1\.0["'](?:\s+encoding\s*=\s*["']utf-8["'])?(?:\s+standalone\s*=\s*["'](?:yes|no)["'])?\s*$/i;

/**
 * Goes through a drawing once, and puts together what of it is drawn. What stays is as it was written, so that a clean drawing stays the same.
 * Throws `Misfit` when it is not well-formed: browsers show nothing of it then.
 */
export class Drawing {
  private readonly xml: string;
  private readonly report: Report;
  private readonly references = new References();
  private readonly pieces: Piece[] = [];
  private readonly open: Open[] = [];
  /** How many of the open elements stay; the others go with the first of them. */
  private keptCount = 0;
  private hasRoot = false;
  /** Of the style element that is open. */
  private style: Rules = { written: '', meant: '', isPlain: true };

  constructor(xml: string, report: Report) {
    this.xml = xml;
    this.report = report;
  }

  async clean(): Promise<string> {
    for (const token of tokens(this.xml)) {
      const waiting = this.take(token);
      if (waiting) await waiting;
    }
    if (!this.hasRoot || this.open.length > 0) throw new Misfit(MALFORMED);
    const worn = wornNames(this.pieces);
    return this.withoutIdleNames(await this.withoutStrangers(worn), worn);
  }

  private take(token: Token): Promise<void> | undefined {
    if (token.kind === 'open') return this.opened(token);
    if (token.kind === 'close') this.closed(token);
    else this.other(token);
    return undefined;
  }

  private other(token: Token & { content: string }): void {
    switch (token.kind) {
      case 'text':
      case 'cdata':
        this.characters(token);
        return;
      case 'comment':
        this.report.findings.push(textFinding('SVG comment', token.content));
        return;
      case 'doctype':
        if (this.hasRoot) throw new Misfit(MALFORMED);
        this.references.declare(token.content);
        return;
      case 'instruction':
        this.instruction(token);
    }
  }

  private get isGoing(): boolean {
    return this.keptCount < this.open.length;
  }

  private instruction({ start, end, content }: Token & { content: string }): void {
    if (start === 0 && DECLARATION.test(content)) this.pieces.push(this.xml.slice(start, end));
    else if (!/^xml\s/.test(content)) this.report.findings.push(textFinding('SVG instruction', content));
  }

  private opened(token: Token & { kind: 'open' }): Promise<void> | undefined {
    const { name, attributes, start, end, isEmpty } = token;
    const outer = this.open.at(-1);
    const names = new Set(attributes.map((attribute) => attribute.name));
    if ((!outer && this.hasRoot) || names.size < attributes.length) throw new Misfit(MALFORMED);
    this.hasRoot = true;
    const scope = scopeOf(attributes, outer?.scope ?? { xml: NAMESPACE.xml }, this.references);
    const isInHtml = outer?.local === 'foreignObject' || outer?.isInHtml === true;
    const isDrawn = !this.isGoing && outer?.local !== 'style';
    const local = isDrawn ? drawn(name, attributes, scope, isInHtml, this.references) : undefined;
    if (!outer && local !== 'svg') throw new Misfit(MALFORMED);
    const isText = local !== undefined && (TEXT_ELEMENTS.has(local) || outer?.isText === true);
    const open = { name, local, start, scope, isText, isInHtml };
    if (local !== undefined) return this.entered(token, open, local);
    this.open.push(open);
    if (isEmpty) this.leave(end);
    return undefined;
  }

  /** An element that stays. Only attributes can hold something that is waited for. */
  private entered(token: Token & { kind: 'open' }, open: Open, local: string): Promise<void> | undefined {
    const { attributes, tail, isEmpty, end } = token;
    const write = (kept: Piece[]) => {
      this.pieces.push(`<${open.name}`, ...kept, tail);
      this.open.push(open);
      this.keptCount++;
      if (isEmpty) this.leave(end);
    };
    if (attributes.length > 0)
      return cleanAttributes(local, attributes, open.scope, this.references, this.report).then(write);
    write([]);
    return undefined;
  }

  private closed({ name, start, end }: Token & { kind: 'close' }): void {
    const last = this.open.at(-1);
    if (last?.name !== name) throw new Misfit(MALFORMED);
    if (last.local === 'style') this.styled();
    if (last.local !== undefined) this.pieces.push(this.xml.slice(start, end));
    this.leave(end);
  }

  private leave(end: number): void {
    const left = this.open.pop();
    if (left?.local !== undefined) this.keptCount--;
    else if (left && !this.isGoing) this.gone(left.name, this.xml.slice(left.start, end));
  }

  /** The drawing's own metadata can have credit lines that stay; that of a shape has not. */
  private gone(name: string, xml: string): void {
    const found = elementFindings(name, xml);
    const isOwn = name === 'metadata' && this.open.length === 1;
    const credit = this.report.keepsCredit && isOwn ? creditXmp(xml) : null;
    const fresh = credit ? `<${name}>${writeXmp(credit)}</${name}>` : '';
    if (fresh) this.pieces.push(fresh);
    this.report.findings.push(...(fresh ? withoutLines(found, elementFindings(name, fresh)) : found));
  }

  private characters({ kind, content, start, end }: Token & { kind: string; content: string }): void {
    const outer = this.open.at(-1);
    const isBlank = /^[ \t\r\n\ufeff]*$/.test(content);
    if (!outer && !isBlank) throw new Misfit(MALFORMED);
    if (this.isGoing) return;
    const written = this.xml.slice(start, end);
    const meant = kind === 'cdata' ? content : this.references.decode(content);
    if (outer?.local === 'style') {
      this.style.written += written;
      this.style.meant += meant;
      this.style.isPlain &&= !this.references.areIn(written);
    } else if (isBlank || outer?.isText)
      this.pieces.push(this.references.areIn(written) ? encode(meant) : written);
    else this.report.findings.push(textFinding('SVG text that is not drawn', meant));
  }

  /** Rules are looked at whole: pieces of them could stand on both sides of a comment. And last, when it is known which names there are. */
  private styled(): void {
    this.pieces.push(this.style);
    this.style = { written: '', meant: '', isPlain: true };
  }

  /** What refers to a name that nothing has refers to nothing, by whatever name. */
  private async withoutStrangers(worn: WornNames): Promise<(string | Named)[]> {
    const written: (string | Named)[] = [];
    for (const piece of this.pieces) {
      if (typeof piece === 'string') written.push(piece);
      else if ('meant' in piece) written.push(await this.rules(piece, worn));
      else written.push(isNameKind(piece.name) ? piece : withWornNames(piece, worn));
    }
    this.tellNames(worn.strangers);
    return written;
  }

  private async rules({ written, meant, isPlain }: Rules, worn: WornNames): Promise<string> {
    const clean = await cleanRules(meant, this.report, worn);
    return clean === meant && isPlain ? written : encode(clean);
  }

  /** Names that nothing refers to are the names of layers, people and projects. */
  private withoutIdleNames(pieces: readonly (string | Named)[], worn: WornNames): string {
    const idle = new Set<string>();
    const written = pieces.map((piece) => {
      if (typeof piece === 'string' || !isNameKind(piece.name)) return piece;
      const { name: kind, raw } = piece;
      const names = namesIn(piece);
      const kept = names.filter((name) => worn.isUsed(kind, name));
      for (const name of names) if (!worn.isUsed(kind, name)) idle.add(name);
      if (kept.length === names.length && names.length > 0) return raw;
      return kept.length > 0 ? writtenAttribute(kind, kept.join(' ')) : '';
    });
    this.tellNames(idle);
    return written.join('');
  }

  private tellNames(names: ReadonlySet<string>): void {
    const value = words([...names].slice(0, MOST_NAMES).join(', '));
    if (names.size > 0) this.report.findings.push({ kind: 'comment', where: 'SVG names', value });
  }
}
